"""What several pages share; a folder holds the parts of the page that it is named after."""
