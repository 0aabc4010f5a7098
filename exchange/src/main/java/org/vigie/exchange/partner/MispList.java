package org.vigie.exchange.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/**
 * The contacts in MISP events: attributes of types that are contacts, and objects of accounts and
 * coins, as {@link MispEvent} writes them too.
 */
final class MispList {
  private static final Set<String> CONTACTS =
      Set.of(
          "phone-number",
          "whois-registrant-phone",
          "email",
          "email-src",
          "email-dst",
          "whois-registrant-email",
          "url",
          "btc",
          "dash",
          "xmr",
          "iban");

  private static final String COIN = "coin-address";

  /** Relations of accounts and coins whose values are contacts, though of the type of any text. */
  private static final Set<String> TEXTS = Set.of("phone", "address", "address-crypto");

  /** Objects of an account whose service is their name: {@code telegram-account} and its like. */
  private static final String ACCOUNT = "-account";

  private final PartnerList.Builder list = new PartnerList.Builder();

  private MispList() {}

  static PartnerList read(JsonNode root) {
    MispList reading = new MispList();
    for (JsonNode event : events(root)) {
      reading.add(event);
    }
    // A search for attributes answers them without, or each with, its event.
    for (JsonNode attribute : root.path("response").path("Attribute")) {
      JsonNode event = attribute.path("Event");
      reading.addAttribute(attribute, event.path("info").asText(), marking(event, null));
    }
    return reading.list.build("misp");
  }

  /** One event, or what a search answered. */
  private static List<JsonNode> events(JsonNode root) {
    if (root.has("Event")) {
      return List.of(root.path("Event"));
    }
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode each : root.has("response") ? root.path("response") : root) {
      events.add(each.path("Event"));
    }
    return events;
  }

  private void add(JsonNode event) {
    Tlp marking = marking(event, null);
    String note = event.path("info").asText();
    for (JsonNode attribute : event.path("Attribute")) {
      addAttribute(attribute, note, marking);
    }
    for (JsonNode object : event.path("Object")) {
      addObject(object, note, marking);
    }
  }

  private void addObject(JsonNode object, String note, @Nullable Tlp marking) {
    if (object.path("deleted").asBoolean()) {
      list.addUnknown("object that was deleted");
      return;
    }
    String name = object.path("name").asText();
    Map<String, String> fields = new HashMap<>();
    Tlp strictest = null;
    for (JsonNode attribute : object.path("Attribute")) {
      if (!attribute.path("deleted").asBoolean()) {
        fields.put(attribute.path("object_relation").asText(), attribute.path("value").asText());
        strictest = Markings.stricter(strictest, marking(attribute, null));
      }
    }
    Tlp above = marking(object, marking);
    Tlp own = strictest == null ? above : strictest;
    String service =
        name.equals("user-account")
            ? fields.getOrDefault("account-type", "").toLowerCase(Locale.ROOT)
            : name.endsWith(ACCOUNT) ? name.substring(0, name.length() - ACCOUNT.length()) : "";
    int before = list.size();
    if (!service.isEmpty() && !service.contains(".") && fields.containsKey("username")) {
      list.add(
          new PartnerSelector("handle:" + service + ":" + fields.get("username"), note, own, null));
    } else if (name.equals("user-account")) {
      list.addUnknown("user-account of a site");
    }
    boolean isOfOne = name.endsWith(ACCOUNT) || name.equals(COIN);
    for (JsonNode attribute : object.path("Attribute")) {
      if (isOfOne && !CONTACTS.contains(attribute.path("type").asText())) {
        addText(attribute, note, own);
      } else {
        addAttribute(attribute, note, isOfOne ? own : above);
      }
    }
    if (isOfOne && list.size() == before && !name.equals("user-account")) {
      list.addUnknown(name + " without contacts");
    }
  }

  /** Of an account or a coin, whose templates have some contacts as plain text. */
  private void addText(JsonNode attribute, String note, @Nullable Tlp marking) {
    if (TEXTS.contains(attribute.path("object_relation").asText())
        && !attribute.path("deleted").asBoolean()) {
      list.add(new PartnerSelector(attribute.path("value").asText(), note, marking, null));
    }
  }

  private void addAttribute(JsonNode attribute, String note, @Nullable Tlp marking) {
    String type = attribute.path("type").asText();
    if (attribute.path("deleted").asBoolean()) {
      list.addUnknown("attribute that was deleted");
    } else if (CONTACTS.contains(type)) {
      String comment = attribute.path("comment").asText();
      list.add(
          new PartnerSelector(
              attribute.path("value").asText(),
              comment.isBlank() ? note : comment,
              marking(attribute, marking),
              null));
    } else {
      list.addUnknown(type);
    }
  }

  /** Returns the strictest tag of TLP, or else what stands above. */
  private static @Nullable Tlp marking(JsonNode tagged, @Nullable Tlp above) {
    Tlp strictest = null;
    for (JsonNode tag : tagged.path("Tag")) {
      strictest = Markings.stricter(strictest, Markings.parse(tag.path("name").asText()));
    }
    return strictest == null ? above : strictest;
  }
}
