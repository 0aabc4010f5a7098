package org.vigie.exchange.partner;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.exchange.id.NameUuid;

/** Ids of STIX objects that follow from their content, so that importing twice changes nothing. */
final class StixIds {
  /** STIX 2.1, section 2.9: the namespace of observables' ids. */
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private StixIds() {}

  /** Returns the id of an observable by the properties that its section says contribute to it. */
  static String observable(String type, Map<String, ?> contributing) {
    return type + "--" + NameUuid.v5(OBSERVABLES, PartnerJson.line(new TreeMap<>(contributing)));
  }

  /** Returns the id of any other object, in a namespace of ours as the section allows. */
  static String object(String type, String... named) {
    String[] parts = new String[named.length + 1];
    parts[0] = type;
    System.arraycopy(named, 0, parts, 1, named.length);
    return type + "--" + NameUuid.of(parts);
  }
}
