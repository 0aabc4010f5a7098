package org.vigie.exchange.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.exchange.id.NameUuid;
import org.vigie.exchange.partner.MispTemplate.Field;
import org.vigie.text.safe.Words;

/**
 * Adverts as one MISP event: each is a {@code microblog} object that refers to the attributes and
 * objects of its contacts. Nothing is marked for detection ({@code to_ids}), and the event is for
 * the reader's own organisation until somebody there decides otherwise.
 *
 * @see <a href="https://www.misp-standard.org/rfc/misp-standard-core.html">MISP core format</a>
 */
final class MispEvent {
  private static final String OWN_ORGANISATION = "0";
  private static final String AS_THE_EVENT = "5";
  private static final String UNDEFINED_THREAT = "4";
  private static final String INITIAL = "0";
  private static final String NEVER = "0";

  private final ExportHeader header;
  private final Map<String, ObjectNode> attributes = new LinkedHashMap<>();
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

  private final List<SharedAdvert> adverts;
  private final String id;

  /**
   * An event is its author's, and of a case and its like or else of exactly its adverts: the same
   * of both is the same event, which a server edits if it comes again later.
   */
  MispEvent(ExportHeader header, List<SharedAdvert> adverts) {
    this.header = header;
    this.adverts = List.copyOf(adverts);
    this.id =
        header.about().isEmpty()
            ? uuid(
                "event",
                header.authority(),
                adverts.stream()
                    .map(SharedAdvert::id)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" ")))
            : uuid("event about", header.authority(), header.about());
  }

  String json() {
    adverts.forEach(this::add);
    ObjectNode root = PartnerJson.object();
    ObjectNode event = root.putObject("Event");
    event.put("uuid", id);
    event.put("info", "Public adverts with signs of trafficking in human beings: leads to check");
    event.put("date", Words.day(header.at()));
    event.put("timestamp", seconds(header.at()));
    event.put("threat_level_id", UNDEFINED_THREAT);
    event.put("analysis", INITIAL);
    event.put("distribution", OWN_ORGANISATION);
    event.put("published", false);
    event.put("publish_timestamp", NEVER);
    ObjectNode author = event.putObject("Orgc");
    author.put("name", header.authority());
    author.put("uuid", uuid("organisation", header.authority()));
    tag(event.putArray("Tag"), "tlp:" + header.marking().label());
    ArrayNode all = event.putArray("Attribute");
    attributes.values().forEach(all::add);
    ArrayNode allObjects = event.putArray("Object");
    objects.values().forEach(allObjects::add);
    return PartnerJson.pretty(root);
  }

  private void add(SharedAdvert handed) {
    Advert advert = handed.advert().advert();
    ObjectNode object = object(MispTemplate.ADVERT, advert.id(), advert.seenAt());
    object.put("comment", "advert " + advert.id());
    ArrayNode fields = object.putArray("Attribute");
    ObjectNode post =
        field(fields, object, MispTemplate.POST, MachineView.apartFrom(advert), now(handed));
    ArrayNode tags = post.putArray("Tag");
    for (Indicator indicator : handed.advert().indicators()) {
      tag(tags, taxonomy(indicator));
      tag(tags, galaxy(indicator));
    }
    if (!advert.url().isEmpty()) {
      field(fields, object, MispTemplate.LINK, advert.url(), advert.seenAt());
    }
    if (advert.postedAt() != null) {
      field(fields, object, MispTemplate.CREATED, advert.postedAt().toString(), advert.seenAt());
    }
    annotate(handed, object);
    ArrayNode references = object.putArray("ObjectReference");
    for (Contact contact : handed.advert().contacts()) {
      refer(references, object, add(contact, advert.seenAt()), "mentions");
    }
  }

  private void annotate(SharedAdvert handed, ObjectNode about) {
    Instant at = now(handed);
    ObjectNode note = object(MispTemplate.ANNOTATION, handed.id(), at);
    String text = MachineView.of(handed.advert());
    field(note.putArray("Attribute"), note, MispTemplate.TEXT, text, at);
    refer(note.putArray("ObjectReference"), note, about.path("uuid").asText(), "annotates");
  }

  /** A server passes over a part that isn't newer than its own: tags and view may be others now. */
  private Instant now(SharedAdvert handed) {
    Instant seen = handed.advert().advert().seenAt();
    return header.at().isAfter(seen) ? header.at() : seen;
  }

  /** A tag of our taxonomy, as {@code vigie taxonomy export --format misp} names it. */
  private static String taxonomy(Indicator indicator) {
    return "vigie-indicators:%s=\"%s\""
        .formatted(indicator.category().replace(' ', '-'), indicator.id());
  }

  /** The tag of a cluster that {@code vigie taxonomy export --format misp-galaxy} writes. */
  private static String galaxy(Indicator indicator) {
    return "misp-galaxy:vigie-indicators=\"%s %s\""
        .formatted(indicator.id(), indicator.name().replace('"', '\''));
  }

  /** Returns the UUID of the attribute or object that stands for a contact. */
  private String add(Contact contact, Instant at) {
    String value = contact.value();
    int colon = value.indexOf(':');
    return switch (contact.type()) {
      case PHONE -> attribute("phone-number", "Person", value, at);
      case EMAIL -> attribute("email", "Social network", value, at);
      case URL -> attribute("url", "External analysis", value, at);
      case IBAN -> attribute("iban", "Financial fraud", value, at);
      case PICTURE ->
          attribute(
              value.startsWith("sha256:") ? "sha256" : "other",
              "External analysis",
              value.substring(colon + 1),
              at);
      case WALLET ->
          two(
              contact,
              MispTemplate.COIN,
              MispTemplate.ADDRESS,
              value.substring(colon + 1),
              MispTemplate.NETWORK,
              value.substring(0, Math.max(0, colon)),
              at);
      case HANDLE ->
          two(
              contact,
              MispTemplate.ACCOUNT,
              MispTemplate.USER,
              value.substring(colon + 1),
              MispTemplate.SERVICE,
              value.substring(0, Math.max(0, colon)),
              at);
      case ACCOUNT ->
          two(
              contact,
              MispTemplate.ACCOUNT,
              MispTemplate.USER,
              value.substring(value.indexOf(' ') + 1),
              MispTemplate.SERVICE,
              value.substring(0, Math.max(0, value.indexOf(' '))),
              at);
    };
  }

  private String attribute(String type, String category, String value, Instant at) {
    String uuid = part("attribute", type, value);
    ObjectNode attribute = PartnerJson.object();
    fill(attribute, uuid, new Field("", type, category), value, at);
    attributes.putIfAbsent(uuid, attribute);
    return uuid;
  }

  private String two(
      Contact contact,
      MispTemplate template,
      Field first,
      String firstValue,
      Field second,
      String secondValue,
      Instant at) {
    String uuid = part("object", template.name(), contact.key());
    if (!objects.containsKey(uuid)) {
      ObjectNode object = object(template, contact.key(), at);
      ArrayNode fields = object.putArray("Attribute");
      field(fields, object, first, firstValue, at);
      if (!secondValue.isEmpty()) {
        field(fields, object, second, secondValue, at);
      }
    }
    return uuid;
  }

  private ObjectNode object(MispTemplate template, String named, Instant at) {
    String uuid = part("object", template.name(), named);
    ObjectNode object = PartnerJson.object();
    object.put("name", template.name());
    object.put("meta-category", template.metaCategory());
    object.put("description", template.description());
    object.put("template_uuid", template.uuid());
    object.put("template_version", template.version());
    object.put("uuid", uuid);
    object.put("timestamp", seconds(at));
    object.put("distribution", AS_THE_EVENT);
    object.put("deleted", false);
    objects.put(uuid, object);
    return object;
  }

  private static ObjectNode field(
      ArrayNode fields, ObjectNode object, Field field, String value, Instant at) {
    ObjectNode attribute = fields.addObject();
    fill(
        attribute, uuid("field", object.path("uuid").asText(), field.relation()), field, value, at);
    attribute.put("object_relation", field.relation());
    return attribute;
  }

  private static void fill(
      ObjectNode attribute, String uuid, Field field, String value, Instant at) {
    attribute.put("uuid", uuid);
    attribute.put("type", field.type());
    attribute.put("category", field.category());
    attribute.put("value", value);
    attribute.put("to_ids", false);
    attribute.put("distribution", AS_THE_EVENT);
    attribute.put("timestamp", seconds(at));
    attribute.put("deleted", false);
  }

  private static void refer(ArrayNode references, ObjectNode from, String to, String how) {
    String uuid = uuid("reference", from.path("uuid").asText(), to);
    for (var known : references) {
      if (known.path("uuid").asText().equals(uuid)) {
        return;
      }
    }
    ObjectNode reference = references.addObject();
    reference.put("uuid", uuid);
    reference.put("object_uuid", from.path("uuid").asText());
    reference.put("referenced_uuid", to);
    reference.put("relationship_type", how);
    reference.set("timestamp", from.path("timestamp"));
    reference.put("deleted", false);
  }

  private static void tag(ArrayNode tags, String name) {
    tags.addObject().put("name", name);
  }

  /** Returns the UUID of a part of this event: a server takes one for one event alone. */
  private String part(String kind, String type, String named) {
    return uuid(kind, id, type, named);
  }

  private static String uuid(String... named) {
    return NameUuid.of(named).toString();
  }

  private static String seconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
