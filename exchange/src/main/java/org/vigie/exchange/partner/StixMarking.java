package org.vigie.exchange.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.vigie.exchange.marking.Tlp;

/**
 * The marking definitions of TLP 2.0, whose ids and contents OASIS fixed.
 *
 * @see <a href="https://github.com/oasis-open/cti-stix-common-objects">extension-definition
 *     60a3c5c5</a>
 */
final class StixMarking {
  private static final String EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private StixMarking() {}

  static String id(Tlp tlp) {
    return "marking-definition--"
        + switch (tlp) {
          case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
          case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
          case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
          case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
          case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
        };
  }

  static ObjectNode definition(Tlp tlp) {
    ObjectNode definition = PartnerJson.object();
    definition.put("type", "marking-definition");
    definition.put("spec_version", "2.1");
    definition.put("id", id(tlp));
    definition.put("created", "2022-10-01T00:00:00.000Z");
    definition.put("name", "TLP:" + tlp.label().toUpperCase(Locale.ROOT));
    ObjectNode extension = definition.putObject("extensions").putObject(EXTENSION);
    extension.put("extension_type", "property-extension");
    extension.put("tlp_2_0", tlp.label());
    return definition;
  }
}
