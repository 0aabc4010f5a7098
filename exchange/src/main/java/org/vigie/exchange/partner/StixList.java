package org.vigie.exchange.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/**
 * The contacts in a STIX 2.1 bundle: observables, and indicators whose pattern names observables
 * alone.
 *
 * <p>The standard has no observable of a telephone or a wallet: both are read as accounts, which is
 * how {@link StixBundle} writes them, and as the objects of their own that OpenCTI has.
 */
final class StixList {
  /** Objects around what is observed, which hold no contact. */
  private static final Set<String> AROUND =
      Set.of(
          "bundle",
          "identity",
          "marking-definition",
          "relationship",
          "sighting",
          "observed-data",
          "note",
          "report",
          "grouping",
          "extension-definition",
          "language-content",
          "opinion");

  /**
   * Ids of the markings of TLP 1.0, which STIX 2.1, 7.2.1.4, fixes, and of the one that OpenCTI
   * added to them, which bundles name without defining it.
   */
  private static final Map<String, Tlp> FIRST_TLP =
      Map.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
          "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37", Tlp.AMBER_STRICT,
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED);

  private static final Set<String> NETWORKS =
      Set.of("bitcoin", "ethereum", "litecoin", "monero", "tron");

  private final Map<String, Tlp> markings = new HashMap<>(FIRST_TLP);
  private final PartnerList.Builder list = new PartnerList.Builder();

  private StixList() {
    for (Tlp tlp : Tlp.values()) {
      markings.put(StixMarking.id(tlp), tlp);
    }
  }

  static PartnerList read(JsonNode bundle) {
    StixList reading = new StixList();
    // A marking may stand behind what it marks.
    bundle.path("objects").forEach(reading::define);
    bundle.path("objects").forEach(reading::add);
    return reading.list.build("stix");
  }

  /** Takes in a marking of the bundle's own; what the standard fixed stays as it is. */
  private void define(JsonNode object) {
    if (!object.path("type").asText().equals("marking-definition")) {
      return;
    }
    List<JsonNode> words = new ArrayList<>();
    words.add(object.path("name"));
    words.add(object.path("definition").path("tlp"));
    words.add(object.path("definition").path("statement"));
    words.add(object.path("x_opencti_definition"));
    object.path("extensions").forEach(extension -> words.add(extension.path("tlp_2_0")));
    Tlp strictest = null;
    for (JsonNode word : words) {
      strictest = Markings.stricter(strictest, Markings.parse(word.asText()));
    }
    if (strictest != null) {
      markings.putIfAbsent(object.path("id").asText(), strictest);
    }
  }

  private void add(JsonNode object) {
    String type = object.path("type").asText();
    if (AROUND.contains(type)) {
      return;
    }
    if (!type.equals("indicator")) {
      addThing(object, type, properties(object), null);
    } else if (object.path("revoked").asBoolean()) {
      list.addUnknown("indicator that was revoked");
    } else {
      addIndicator(object);
    }
  }

  private void addIndicator(JsonNode object) {
    Optional<List<StixPattern.Thing>> things =
        object.path("pattern_type").asText("stix").equals("stix")
            ? StixPattern.things(object.path("pattern").asText())
            : Optional.empty();
    if (things.isEmpty()) {
      list.addUnknown("indicator of another pattern");
      return;
    }
    LocalDate until = lastDay(object.path("valid_until").asText());
    for (StixPattern.Thing thing : things.get()) {
      addThing(object, thing.type(), thing.properties(), until);
    }
  }

  private void addThing(
      JsonNode object, String type, Map<String, String> properties, @Nullable LocalDate until) {
    Optional<String> contact = contact(type, properties);
    if (contact.isEmpty()) {
      list.addUnknown(type);
      return;
    }
    String note = object.path("name").asText(object.path("description").asText());
    list.add(new PartnerSelector(contact.get(), note, marking(object), until));
  }

  private static Optional<String> contact(String type, Map<String, String> properties) {
    String value = properties.getOrDefault("value", "");
    return switch (type) {
      case "email-addr", "url", "phone-number", "cryptocurrency-wallet" -> text(value);
      case "bank-account" -> text(properties.getOrDefault("iban", ""));
      case "user-account" -> account(properties);
      default ->
          type.startsWith("x-") && (type.contains("phone") || type.contains("wallet"))
              ? text(value)
              : Optional.empty();
    };
  }

  private static Optional<String> account(Map<String, String> properties) {
    String service = properties.getOrDefault("account_type", "");
    String name = properties.getOrDefault("account_login", properties.getOrDefault("user_id", ""));
    if (service.equals("phone") || service.equals("iban") || NETWORKS.contains(service)) {
      return text(name);
    }
    // A name with a point is a site's, whose accounts aren't watched.
    return service.isEmpty() || name.isEmpty() || service.contains(".") || service.equals("site")
        ? Optional.empty()
        : Optional.of("handle:" + service + ":" + name);
  }

  private static Optional<String> text(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private static Map<String, String> properties(JsonNode object) {
    Map<String, String> properties = new TreeMap<>();
    object.properties().forEach(field -> properties.put(field.getKey(), field.getValue().asText()));
    return properties;
  }

  /**
   * Returns the strictest of the markings of an object and its parts; null if it has none that is
   * of TLP.
   */
  private @Nullable Tlp marking(JsonNode object) {
    Tlp strictest = null;
    for (JsonNode id : object.path("object_marking_refs")) {
      strictest = Markings.stricter(strictest, markings.get(id.asText()));
    }
    for (JsonNode part : object.path("granular_markings")) {
      strictest = Markings.stricter(strictest, markings.get(part.path("marking_ref").asText()));
    }
    return strictest;
  }

  /** Returns the last day that is whole before an instant ends it; null if there is none. */
  private static @Nullable LocalDate lastDay(String until) {
    try {
      return until.isEmpty()
          ? null
          : LocalDate.ofInstant(Instant.parse(until).minusNanos(1), ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must have times of ISO 8601 in valid_until, but hasn't");
    }
  }
}
