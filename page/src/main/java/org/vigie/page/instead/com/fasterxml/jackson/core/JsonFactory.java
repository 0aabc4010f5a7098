package org.vigie.page.instead.com.fasterxml.jackson.core;

/** The format of the page's data. */
public class JsonFactory {}
