package org.vigie.page.instead.org.vigie.files.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** In the page's data, files of YAML are JSON already. */
public final class YamlFile {
  private YamlFile() {}

  public static JsonNode tree(String text, String file) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
