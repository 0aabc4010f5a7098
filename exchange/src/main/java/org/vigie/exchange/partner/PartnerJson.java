package org.vigie.exchange.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.text.safe.SafeText;

/** JSON as partners read it. */
final class PartnerJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private PartnerJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String pretty(Object value) {
    return write(value, true) + "\n";
  }

  static String line(Object value) {
    return write(value, false);
  }

  private static String write(Object value, boolean pretty) {
    try {
      return SafeText.whole(
          pretty
              ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)
              : MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and nodes of text can be written as JSON", e);
    }
  }
}
