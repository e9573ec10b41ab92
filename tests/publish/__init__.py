"""Publishing to a plain server: Debian's nginx with the configuration and the script of docs/nginx/."""
