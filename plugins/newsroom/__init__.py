"""What tasks.py calls: setting up, building, checking, serving, testing. Nothing else imports from here."""
