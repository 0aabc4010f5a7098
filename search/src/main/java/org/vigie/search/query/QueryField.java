package org.vigie.search.query;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;

/** The fields that a query may name before a colon. */
enum QueryField {
  PHONE(Fields.PHONE),
  HANDLE(Fields.HANDLE),
  EMAIL(Fields.EMAIL),
  CONTACT(Fields.CONTACT),
  CHANNEL(Fields.CHANNEL),
  SITE(Fields.SITE),
  LANG(Fields.LANG),
  COUNTRY(Fields.COUNTRY),
  PLACE(Fields.PLACE),
  NAME(Fields.PERSON),
  INDICATOR(Fields.INDICATOR),
  CATEGORY(Fields.CATEGORY),
  GRADE(Fields.GRADE),
  OUTCOME(Fields.OUTCOME),
  FORM(Fields.FORM),
  /** What kind of text it is. */
  GENRE(Fields.GENRE),
  CLUSTER(Fields.CLUSTER),
  /** Adverts whose words are like those of the advert with an id. */
  LIKE(Fields.TEXT),
  /** Adverts that say a concept in any language, or show a sign. */
  CONCEPT(Fields.TEXT),
  MANDATE(Fields.MANDATE),
  ID(Fields.NAME),
  TITLE(Fields.TITLE);

  /** All that may stand before a colon, as it is typed. */
  private static final List<String> NAMES =
      Stream.concat(
              Arrays.stream(values()).map(QueryField::label),
              Stream.of("across", "status", "after", "before"))
          .toList();

  private static final List<String> COMPARED =
      List.of("risk>", "risk>=", "risk<", "risk<=", "size>", "size>=", "size<", "size<=");

  private final String indexed;

  QueryField(String indexed) {
    this.indexed = indexed;
  }

  /** Returns the field of a document in which values are looked up. */
  String indexed() {
    return indexed;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<QueryField> named(String name) {
    for (QueryField field : values()) {
      if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Returns what may stand before a value: all fields, and first the one most like a word. */
  static Finding expected(String typed) {
    List<String> near = NearNames.of(typed, NAMES);
    return near.isEmpty()
        ? Finding.of("query-field").with("fields", known())
        : Finding.of("query-field-near")
            .with("near", near.getFirst() + ":")
            .with("fields", known());
  }

  private static String known() {
    return Stream.concat(NAMES.stream().map(name -> name + ":"), COMPARED.stream())
        .collect(joining(" "));
  }
}
