package org.vigie.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a request, by name: of the query of its address, or of the body of a program's.
 *
 * @param reader account of the person who asks; empty for programs and where nobody has signed in
 * @param query as it was sent
 * @param found its values; absent if it can't be read, or holds what was sealed for others
 */
record RequestParameters(
    AddressSeal seal, String reader, String query, Optional<Map<String, List<String>>> found) {
  /** The field by which a form shows that it is the console's own. */
  static final String FORM_TOKEN = "form-token";

  /** Characters of an address beside which a request's head, of 8 KiB, still holds cookies. */
  static final int LONGEST_ADDRESS = 6_000;

  private static final String FORM = "application/x-www-form-urlencoded";

  static RequestParameters of(Context context, AddressSeal seal, String reader) {
    String query = context.queryString();
    String sent = query == null ? "" : query;
    return new RequestParameters(seal, reader, sent, seal.open(sent, reader));
  }

  /** Returns the path of a form's page with what the form asks for as its query. */
  static String address(Context form) {
    return form.formParamMap().entrySet().stream()
        .filter(field -> !field.getKey().equals(FORM_TOKEN))
        .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
        .collect(Collectors.joining("&", form.path() + "?", ""));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Returns those of the body instead, which must be a form and stand without a query. */
  RequestParameters inBody(Context context) {
    String type = context.contentType();
    boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    return new RequestParameters(
        seal,
        reader,
        query,
        isForm && query.isEmpty() ? seal.open(context.body(), reader) : Optional.empty());
  }

  /** Returns whether they can be read, and were sealed for nobody else. */
  boolean isOpened() {
    return found.isPresent();
  }

  /** Returns whether the query holds in clear what mustn't stand in histories and logs. */
  boolean isSensitive() {
    return !AddressSeal.isOpen(query);
  }

  /** Returns all values by name. */
  Map<String, List<String>> values() {
    return found.orElse(Map.of());
  }

  /**
   * Returns an answer of which a redirect leads to an address that the browser may hold; an error
   * if that address is too long to be sent.
   */
  Answer sealed(Answer answer) {
    if (!(answer instanceof Answer.SeeOther other)) {
      return answer;
    }
    String address = link(other.path());
    return address.length() <= LONGEST_ADDRESS
        ? new Answer.SeeOther(address)
        : Answer.Page.error(414, "error.long-address");
  }

  /** Returns an address of the console as the reader's browser may hold it. */
  String link(String address) {
    return seal.seal(address, reader);
  }
}
