package org.vigie.page.instead.com.fasterxml.jackson.dataformat.yaml;

import org.vigie.page.instead.com.fasterxml.jackson.core.JsonFactory;

/** In the page's data, files of YAML are JSON already. */
public class YAMLFactory extends JsonFactory {}
