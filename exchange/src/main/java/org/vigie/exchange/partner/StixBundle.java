package org.vigie.exchange.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.SeenTimes;

/**
 * Adverts as a STIX 2.1 bundle: contacts are observables, an advert is the {@code observed-data}
 * that names them, its text one note and the machine's view another.
 *
 * <p>No threat actor, no indicator: nothing in it says that somebody did something.
 *
 * @see <a href="https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html">STIX 2.1</a>
 */
final class StixBundle {
  /** An authority has no time of making; one for all keeps its object the same in each export. */
  private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ExportHeader header;
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final String author;

  StixBundle(ExportHeader header) {
    this.header = header;
    this.author = StixIds.object("identity", header.authority());
  }

  String json(List<SharedAdvert> adverts) {
    objects.put(StixMarking.id(header.marking()), StixMarking.definition(header.marking()));
    ObjectNode identity = object("identity", author, ALWAYS);
    identity.remove("created_by_ref");
    identity.put("name", header.authority());
    identity.put("identity_class", "organization");
    for (SharedAdvert advert : adverts) {
      add(advert);
    }
    ObjectNode bundle = PartnerJson.object();
    bundle.put("type", "bundle");
    bundle.put("id", StixIds.object("bundle", String.join(" ", new TreeSet<>(objects.keySet()))));
    ArrayNode all = bundle.putArray("objects");
    objects.values().forEach(all::add);
    return PartnerJson.pretty(bundle);
  }

  private void add(SharedAdvert handed) {
    Advert advert = handed.advert().advert();
    Set<String> named = new TreeSet<>();
    if (!advert.url().isEmpty()) {
      named.add(observable("url", Map.of("value", advert.url()), Map.of()));
    }
    handed.advert().contacts().forEach(contact -> named.add(observable(contact)));
    if (named.isEmpty()) {
      // An observation must name something; that it was on a site is known at least.
      named.add(account("site", advert.site(), ""));
    }
    String id = StixIds.object("observed-data", header.authority(), advert.id());
    SeenTimes seen = handed.seen();
    ObjectNode observed = object("observed-data", id, seen.first());
    observed.put("modified", time(seen.last()));
    observed.put("first_observed", time(seen.first()));
    observed.put("last_observed", time(seen.last()));
    observed.put("number_observed", Math.min(seen.times(), 999_999_999));
    ArrayNode refs = observed.putArray("object_refs");
    named.forEach(refs::add);
    ObjectNode reference = observed.putArray("external_references").addObject();
    reference.put("source_name", "vigie");
    reference.put("external_id", advert.id());
    note(id, handed, "Advert as its site showed it", MachineView.apartFrom(advert))
        .put("modified", time(seen.last()));
    note(id, handed, "Machine assessment", MachineView.of(handed.advert()))
        .put("modified", time(header.at().isAfter(seen.last()) ? header.at() : seen.last()));
  }

  /**
   * Adds a note that stays one object whatever it comes to say: nothing tells when a machine
   * assessed an advert, so what is exported later is the newer version (section 3.6).
   */
  private ObjectNode note(String about, SharedAdvert handed, String title, String content) {
    String id = StixIds.object("note", header.authority(), handed.id(), title);
    ObjectNode note = object("note", id, handed.seen().first());
    note.put("abstract", title);
    note.put("content", content);
    note.putArray("object_refs").add(about);
    return note;
  }

  private String observable(Contact contact) {
    String value = contact.value();
    return switch (contact.type()) {
      case EMAIL -> observable("email-addr", Map.of("value", value), Map.of());
      case URL -> observable("url", Map.of("value", value), Map.of());
      case PICTURE -> picture(value);
      // The standard has no observable of a telephone, an IBAN or a wallet.
      case PHONE, IBAN -> account(contact.type().label(), value, "");
      case WALLET, HANDLE -> {
        int colon = value.indexOf(':');
        yield account(value.substring(0, Math.max(0, colon)), value.substring(colon + 1), "");
      }
      case ACCOUNT -> {
        int space = value.indexOf(' ');
        yield account(value.substring(0, Math.max(0, space)), "", value.substring(space + 1));
      }
    };
  }

  private String account(String type, String id, String login) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("account_type", type);
    if (!id.isEmpty()) {
      properties.put("user_id", id);
    }
    if (!login.isEmpty()) {
      properties.put("account_login", login);
    }
    return observable("user-account", properties, Map.of());
  }

  private String picture(String digest) {
    // The vocabulary of algorithms is open (section 10.7); PDQ isn't in it.
    String algorithm = digest.startsWith("sha256:") ? "SHA-256" : "PDQ";
    Map<String, String> hashes = Map.of(algorithm, digest.substring(digest.indexOf(':') + 1));
    return observable("file", Map.of("hashes", hashes), Map.of());
  }

  private String observable(String type, Map<String, ?> contributing, Map<String, ?> more) {
    String id = StixIds.observable(type, contributing);
    ObjectNode node = PartnerJson.object();
    node.put("type", type);
    node.put("spec_version", "2.1");
    node.put("id", id);
    contributing.forEach(node::putPOJO);
    more.forEach(node::putPOJO);
    node.putArray("object_marking_refs").add(StixMarking.id(header.marking()));
    objects.putIfAbsent(id, node);
    return id;
  }

  /** A time with at least three digits of its second (section 2.4 and the schema of its core). */
  private static String time(Instant at) {
    return TIME.format(at);
  }

  private ObjectNode object(String type, String id, Instant at) {
    ObjectNode node = PartnerJson.object();
    node.put("type", type);
    node.put("spec_version", "2.1");
    node.put("id", id);
    node.put("created_by_ref", author);
    node.put("created", time(at));
    node.put("modified", time(at));
    node.putArray("object_marking_refs").add(StixMarking.id(header.marking()));
    objects.put(id, node);
    return node;
  }
}
