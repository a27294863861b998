"""Sites with other plugins: which there are, a site for each, and what is tried of it."""
