package org.vigie.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** Returns all that may stand before a value, as it is typed. */
  static String known() {
    List<String> known = new ArrayList<>();
    for (QueryField field : values()) {
      known.add(field.label() + ":");
    }
    known.addAll(
        List.of(
            "across:", "status:", "after:", "before:", "risk>", "risk>=", "risk<", "risk<=",
            "size>", "size>=", "size<", "size<="));
    return String.join(" ", known);
  }
}
