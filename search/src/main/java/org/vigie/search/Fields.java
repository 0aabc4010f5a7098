package org.vigie.search;

/** The names of all fields of all documents. */
final class Fields {
  /** Unique key of a document: its {@link Kind} and the record's id. */
  static final String KEY = "key";

  static final String KIND = "kind";

  /** The record itself. */
  static final String JSON = "json";

  /** Id of the record as written, for ordering and joining. */
  static final String ID = "id";

  // Adverts: what a query may name. Folded by Keywords, except for the analysed text.
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String NAME = "name";
  static final String CHANNEL = "channel";
  static final String SITE = "site";
  static final String LANG = "lang";
  static final String COUNTRY = "country";
  static final String PLACE = "place";
  static final String PERSON = "person";
  static final String INDICATOR = "indicator";
  static final String CATEGORY = "category";
  static final String GRADE = "grade";
  static final String OUTCOME = "outcome";
  static final String FORM = "form";
  static final String CONTACT = "contact";
  static final String PHONE = "phone";
  static final String PHONE_DIGITS = "phone-digits";
  static final String HANDLE = "handle";
  static final String EMAIL = "email";
  static final String MANDATE = "mandate";
  static final String SOURCE_ID = "source-id";
  static final String RISK = "risk";

  /** Event time in milliseconds since 1970. */
  static final String TIME = "time";

  // Sightings, memberships, clusters, aliases, alerts.
  static final String ADVERT = "advert";
  static final String CLUSTER = "cluster";
  static final String SIZE = "size";
  static final String TIMES = "times";
  static final String SEVERITY = "severity";

  /** Risk of a cluster's adverts together, in [0, 1]; absent where no model assessed it. */
  static final String GROUP_RISK = "group-risk";

  /** Of a cluster or a network: the same as a column, the bits of the number. */
  static final String TOGETHER = "together";

  /** Of a membership in a network: the cluster that is in it; absent from those of contacts. */
  static final String MEMBER = "member";

  /** Of a membership in a network: its name. */
  static final String NETWORK = "network";

  /** Cluster that an alert is about; absent from alerts about anything else. */
  static final String SUBJECT = "subject";

  /** Of an alert: the name of what raised it. */
  static final String RULE = "rule";

  /** Of an alert: what it is about, whatever that is. */
  static final String ABOUT = "about";

  /** Each advert that is a version of others. */
  static final String VERSION = "version";

  /** Of a sighting: whether its advert was found gone. */
  static final String STATUS = "status";

  private Fields() {}

  /** Returns the doc-values field that holds the values of a field as written, for counting. */
  static String facet(String field) {
    return "facet-" + field;
  }
}
