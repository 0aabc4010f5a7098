package org.vigie.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.files.seal.SealingKey;

/**
 * The seal on addresses of pages. Addresses stand in the history of a browser and in the logs of
 * proxies; the query of one that holds a contact or words that somebody typed is therefore sealed
 * for its reader, and stands there under one name.
 *
 * <p>The key lives no longer than the server, so that nobody opens later what such a log holds.
 */
final class AddressSeal {
  /** The name under which a sealed query stands in an address. */
  private static final String PARAMETER = "k";

  /** The name of where to go on, whose value is an address itself. */
  private static final String NEXT = "next";

  /** Names whose values are ids, labels, numbers and days, and may be read by anyone. */
  private static final Set<String> OPEN =
      Set.of(
          "across",
          "advert",
          "before",
          "by",
          "case",
          "channel",
          "from",
          "group",
          "least",
          "open",
          "order",
          "page",
          "risk",
          "severity",
          "status",
          "to",
          "verify",
          "within",
          "wording");

  private final SealingKey key = new SealingKey(Base64.getDecoder().decode(SealingKey.random()));

  /**
   * Returns an address of the console as its reader's browser may hold it: the same, unless its
   * query must be sealed.
   *
   * @param reader account for which alone it opens; empty where nobody has signed in
   */
  String seal(String address, String reader) {
    int query = address.indexOf('?');
    int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
    if (reader.isEmpty() || !address.startsWith("/") || query < 0 || query > end) {
      return address;
    }
    String plain = address.substring(query + 1, end);
    if (isOpen(plain)) {
      return address;
    }
    byte[] sealed = key.seal(packed(plain), reader);
    return address.substring(0, query + 1)
        + PARAMETER
        + "="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)
        + address.substring(end);
  }

  /**
   * Returns the values of a query by name, with those that are sealed in it; nothing if they were
   * sealed for another reader or before the server started, or if the query can't be read.
   *
   * @param reader account that asks; empty where nobody has signed in
   */
  Optional<Map<String, List<String>>> open(String query, String reader) {
    try {
      Map<String, List<String>> values = values(query);
      List<String> sealed = reader.isEmpty() ? null : values.remove(PARAMETER);
      if (sealed != null) {
        byte[] packed = key.open(Base64.getUrlDecoder().decode(sealed.getFirst()), reader);
        values.putAll(values(unpacked(packed)));
      }
      return Optional.of(values);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a query holds nothing that must be sealed. */
  static boolean isOpen(String query) {
    try {
      return values(query).entrySet().stream()
          .allMatch(one -> one.getValue().stream().allMatch(text -> isOpen(one.getKey(), text)));
    } catch (IllegalArgumentException e) {
      return false; // what can't be read may be anything
    }
  }

  private static boolean isOpen(String name, String value) {
    if (name.equals(NEXT)) {
      return value.indexOf('?') < 0 || isOpen(value.substring(value.indexOf('?') + 1));
    }
    return value.isEmpty()
        || name.equals(PARAMETER)
        || (OPEN.contains(name) && AuditEvent.isId(value));
  }

  /**
   * Makes a query short: as an address alone, each letter that isn't Latin takes six characters or
   * more, and a long search would fit in no address.
   */
  private static byte[] packed(String query) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(new DeflaterOutputStream(packed), UTF_8)) {
      out.write(bare(query));
    } catch (IOException e) {
      throw new UncheckedIOException("memory must be writable, but isn't", e);
    }
    return packed.toByteArray();
  }

  private static String unpacked(byte[] packed) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Returns a query in which only what parts names and values is encoded. */
  private static String bare(String query) {
    try {
      return values(query).entrySet().stream()
          .flatMap(one -> one.getValue().stream().map(value -> bare(one.getKey(), value)))
          .collect(Collectors.joining("&"));
    } catch (IllegalArgumentException e) {
      return query; // can't be read, and won't be once it is opened
    }
  }

  private static String bare(String name, String value) {
    return escaped(name) + "=" + escaped(value);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("&", "%26").replace("=", "%3D").replace("+", "%2B");
  }

  private static Map<String, List<String>> values(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
