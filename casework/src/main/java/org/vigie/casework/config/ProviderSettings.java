package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.casework.people.Role;
import org.vigie.files.yaml.Section;

/**
 * The {@code oidc} section of {@code vigie.yaml}: a provider with which people may sign in.
 *
 * @param issuer its identifier: https, or http on this machine
 * @param clientId as which it knows this console
 * @param secretFile file of the client's secret, from the workspace on, or empty for a public
 *     client
 * @param redirect where it sends people back: this console's {@code /sign-in/provider/answer} as
 *     browsers reach it
 * @param rolesClaim claim that says what a person may do; dots part names of objects within objects
 * @param roles value of that claim → role
 */
public record ProviderSettings(
    String issuer,
    String clientId,
    String secretFile,
    URI redirect,
    String rolesClaim,
    Map<String, Role> roles) {
  public ProviderSettings {
    roles = Map.copyOf(roles);
  }

  /** Returns what a configuration says, if it names an issuer. */
  public static Optional<ProviderSettings> read(Section section) {
    String issuer = section.text("issuer", "");
    String clientId = section.text("client-id", "");
    String secretFile = section.text("client-secret", "");
    String redirect = section.text("redirect", "");
    String claim = section.text("roles-claim", "roles");
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Section entry : section.sections("roles")) {
      String value = entry.required("value");
      if (roles.putIfAbsent(value, role(entry)) != null) {
        throw entry.must("value", "give one role and stand once", TextNode.valueOf(value));
      }
      entry.done();
    }
    section.done();
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    requireAddress(section, "issuer", issuer);
    requireAddress(section, "redirect", redirect);
    section.required("client-id");
    return Optional.of(
        new ProviderSettings(issuer, clientId, secretFile, URI.create(redirect), claim, roles));
  }

  /** Returns the section as {@link #read} takes it; equal settings give equal texts. */
  public ObjectNode written() {
    ObjectNode section =
        JsonNodeFactory.instance
            .objectNode()
            .put("issuer", issuer)
            .put("client-id", clientId)
            .put("client-secret", secretFile)
            .put("redirect", redirect.toString())
            .put("roles-claim", rolesClaim);
    ArrayNode list = section.putArray("roles");
    new TreeMap<>(roles)
        .forEach((value, role) -> list.addObject().put("value", value).put("role", role.label()));
    return section;
  }

  private static Role role(Section entry) {
    String label = entry.required("role");
    return Arrays.stream(Role.values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            entry.must(
                "role",
                "be one of "
                    + Arrays.stream(Role.values())
                        .map(Role::label)
                        .collect(Collectors.joining(", ")),
                TextNode.valueOf(label)));
  }

  /** What goes between them in clear text could be read and changed on the way. */
  private static void requireAddress(Section section, String key, String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(uri.getHost());
      boolean isHere = host.equals("127.0.0.1") || host.equals("localhost");
      if (uri.getHost() != null
          && (scheme.equals("https") || (scheme.equals("http") && isHere))
          && uri.getUserInfo() == null) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw section.must(
        key,
        "be an address that begins with https://, or http:// on this machine",
        TextNode.valueOf(address));
  }
}
