package org.vigie.search.analysis;

/** The names of all fields of all documents. */
public final class Fields {
  /** Unique key of a document: its {@code Kind} and the record's id. */
  public static final String KEY = "key";

  public static final String KIND = "kind";

  /** The record itself. */
  public static final String JSON = "json";

  /** CRC-32C of the record as UTF-8; absent from those of versions up to 0.2. */
  public static final String SUM = "sum";

  /** Id of the record as written, for ordering and joining. */
  public static final String ID = "id";

  // Adverts: what a query may name. Folded by Keywords, except for the analysed text.
  public static final String TEXT = "text";
  public static final String TITLE = "title";
  public static final String NAME = "name";
  public static final String CHANNEL = "channel";
  public static final String SITE = "site";
  public static final String LANG = "lang";
  public static final String COUNTRY = "country";
  public static final String PLACE = "place";
  public static final String PERSON = "person";
  public static final String INDICATOR = "indicator";
  public static final String CATEGORY = "category";
  public static final String GRADE = "grade";
  public static final String OUTCOME = "outcome";
  public static final String FORM = "form";
  public static final String GENRE = "genre";
  public static final String CONTACT = "contact";
  public static final String PHONE = "phone";
  public static final String PHONE_DIGITS = "phone-digits";
  public static final String HANDLE = "handle";
  public static final String EMAIL = "email";
  public static final String MANDATE = "mandate";
  public static final String SOURCE_ID = "source-id";
  public static final String RISK = "risk";

  /** Event time in milliseconds since 1970. */
  public static final String TIME = "time";

  // Sightings, memberships, clusters, aliases, alerts.
  public static final String ADVERT = "advert";
  public static final String CLUSTER = "cluster";
  public static final String SIZE = "size";
  public static final String TIMES = "times";
  public static final String SEVERITY = "severity";

  /** Of an alert: how many different strong signs of control it quotes. */
  public static final String CONTROL = "control";

  /** Risk of a cluster's adverts together, in [0, 1]; absent where no model assessed it. */
  public static final String GROUP_RISK = "group-risk";

  /** Of a cluster or a network: the same as a column, the bits of the number. */
  public static final String TOGETHER = "together";

  /** Of a membership in a network: the cluster that is in it; absent from those of contacts. */
  public static final String MEMBER = "member";

  /** Of a membership in a network: its name. */
  public static final String NETWORK = "network";

  /** Cluster that an alert is about; absent from alerts about anything else. */
  public static final String SUBJECT = "subject";

  /** Of an alert: the name of what raised it. */
  public static final String RULE = "rule";

  /** Of an alert: what it is about, whatever that is. */
  public static final String ABOUT = "about";

  /** Each advert that is a version of others. */
  public static final String VERSION = "version";

  /** Of a sighting: whether its advert was found gone. */
  public static final String STATUS = "status";

  /** The status of an advert that was found gone. */
  public static final String GONE = "gone";

  /** The status of an advert that, as far as known, is still there. */
  public static final String THERE = "there";

  private Fields() {}

  /** Returns the doc-values field that holds the values of a field as written, for counting. */
  public static String facet(String field) {
    return "facet-" + field;
  }
}
