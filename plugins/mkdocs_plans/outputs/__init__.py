"""What we hand out, by subject: one folder a subject, one file a format."""
