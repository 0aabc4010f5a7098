package org.vigie.exchange.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/** The contacts in FollowTheMoney entities, an object a line. */
final class FtmList {
  /** Properties that hold contacts, whatever the entity. */
  private static final List<String> CONTACTS =
      List.of(
          "phone",
          "phoneMentioned",
          "callerNumber",
          "receiverNumber",
          "contextPhone",
          "email",
          "emailMentioned",
          "contextEmail",
          "iban",
          "ibanMentioned",
          "website");

  private static final String WALLET = "CryptoWallet";
  private static final String ACCOUNT = "UserAccount";

  /** Ties between entities, which hold no contact. */
  private static final Set<String> AROUND = Set.of("Documentation", "UnknownLink", "Ownership");

  private final PartnerList.Builder list = new PartnerList.Builder();

  private FtmList() {}

  static PartnerList read(String lines) throws JsonProcessingException {
    FtmList reading = new FtmList();
    for (String line : lines.lines().toList()) {
      if (!line.isBlank()) {
        reading.add(PartnerList.parse(line));
      }
    }
    return reading.list.build("ftm");
  }

  private void add(JsonNode entity) {
    String schema = entity.path("schema").asText();
    JsonNode properties = entity.path("properties");
    if (AROUND.contains(schema)) {
      return;
    }
    Tlp marking = marking(properties);
    String note = properties.path("name").path(0).asText();
    int before = list.size();
    for (String property : CONTACTS) {
      for (JsonNode value : properties.path(property)) {
        list.add(new PartnerSelector(value.asText(), note, marking, null));
      }
    }
    if (schema.equals(ACCOUNT)) {
      // Of other things it is the number of a document.
      for (JsonNode telephone : properties.path("number")) {
        list.add(new PartnerSelector(telephone.asText(), note, marking, null));
      }
    }
    if (schema.equals(WALLET)) {
      for (JsonNode key : properties.path("publicKey")) {
        list.add(new PartnerSelector(key.asText(), note, marking, null));
      }
    }
    String service = properties.path("service").path(0).asText();
    if (schema.equals(ACCOUNT) && !service.isEmpty() && !service.contains(".")) {
      for (JsonNode name : properties.path("username")) {
        list.add(
            new PartnerSelector("handle:" + service + ":" + name.asText(), note, marking, null));
      }
    }
    if (list.size() == before) {
      list.addUnknown(schema + " without contacts");
    }
  }

  /** Returns the strictest: an entity that was made of two has the notes of both. */
  private static @Nullable Tlp marking(JsonNode properties) {
    Tlp strictest = null;
    for (JsonNode note : properties.path("notes")) {
      strictest = Markings.stricter(strictest, Markings.parse(note.asText()));
    }
    return strictest;
  }
}
