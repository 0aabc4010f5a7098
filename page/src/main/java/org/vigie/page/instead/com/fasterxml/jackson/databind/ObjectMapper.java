package org.vigie.page.instead.com.fasterxml.jackson.databind;

import org.vigie.page.instead.com.fasterxml.jackson.core.JsonFactory;
import org.vigie.page.instead.com.fasterxml.jackson.core.JsonParser;
import org.vigie.page.instead.com.fasterxml.jackson.core.JsonProcessingException;

/** Reads JSON as trees. */
public class ObjectMapper {
  public ObjectMapper() {}

  public ObjectMapper(JsonFactory format) {}

  public ObjectMapper enable(JsonParser.Feature... features) {
    return this;
  }

  public ObjectMapper enable(DeserializationFeature feature) {
    return this;
  }

  public JsonNode readTree(String json) throws JsonProcessingException {
    return new JsonText(json).read();
  }
}
