package org.vigie.exchange.joint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Mandate;
import org.vigie.exchange.marking.Tlp;
import org.vigie.text.safe.SafeJson;

/** Letters as JSON, read strictly. */
final class LetterJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "vigie-letter-1";

  private LetterJson() {}

  static String write(Letter letter) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("kind", letter.heading().kind().label());
    all.put("id", letter.heading().id());
    all.put("about", letter.heading().about());
    all.put("to", letter.to());
    all.put("text", letter.text());
    all.put("contacts", letter.contacts());
    all.put("marking", letter.marking().label());
    all.put("made", letter.made().toString());
    all.put("keepUntil", letter.keepUntil().toString());
    all.put("mandate", mandate(letter.mandate()));
    return SafeJson.of(all) + "\n";
  }

  private static Map<String, Object> mandate(Mandate mandate) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("authority", mandate.authority());
    all.put("legalBasis", mandate.legalBasis());
    all.put("purpose", mandate.purpose());
    all.put("caseId", mandate.caseId());
    all.put("approvedBy", mandate.approvedBy());
    all.put("validUntil", mandate.validUntil().toString());
    all.put("permits", mandate.permits().stream().map(Enum::name).sorted().toList());
    return all;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the text is none
   * @throws java.time.DateTimeException if a time in it is none
   */
  static Letter read(String text) {
    JsonNode node = tree(text);
    if (!text(node, "format").equals(FORMAT)) {
      throw new IllegalArgumentException("it must be of format " + FORMAT + ", but is of another");
    }
    List<String> contacts = new ArrayList<>();
    for (JsonNode each : node.path("contacts")) {
      contacts.add(each.asText());
    }
    return new Letter(
        new Letter.Heading(
            Letter.Kind.of(text(node, "kind")), text(node, "id"), text(node, "about")),
        text(node, "to"),
        mandate(node.path("mandate")),
        text(node, "text"),
        contacts,
        Tlp.parse(text(node, "marking")),
        Instant.parse(text(node, "made")),
        LocalDate.parse(text(node, "keepUntil")));
  }

  /** The library's own message would show a piece of the text. */
  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it must be JSON, but isn't", e);
    }
  }

  private static Mandate mandate(JsonNode node) {
    Set<Mandate.Permission> permits = EnumSet.noneOf(Mandate.Permission.class);
    for (JsonNode each : node.path("permits")) {
      permits.add(Mandate.Permission.valueOf(each.asText()));
    }
    return new Mandate(
        text(node, "authority"),
        text(node, "legalBasis"),
        text(node, "purpose"),
        text(node, "caseId"),
        text(node, "approvedBy"),
        Instant.parse(text(node, "validUntil")),
        permits);
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it must have the text " + key + ", but hasn't");
    }
    return value.textValue();
  }
}
