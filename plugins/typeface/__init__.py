"""The heading font: made once from its npm package, then only looked up."""
