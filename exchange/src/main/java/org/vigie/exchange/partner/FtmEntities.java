package org.vigie.exchange.partner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Outcome;
import org.vigie.exchange.id.NameUuid;

/**
 * Adverts as FollowTheMoney entities: an advert is a {@code HyperText}; accounts, wallets and bank
 * accounts are entities that a {@code Documentation} ties to it; telephones, e-mail addresses and
 * IBANs stand as mentioned in it.
 *
 * <p>The topic {@code crime.traffick.human} is the document's, where a model finds risk in it;
 * never an account's.
 *
 * @see <a href="https://followthemoney.tech/">FollowTheMoney</a>
 */
final class FtmEntities {
  /** The languages that the model knows: codes of ISO 639-3. */
  private static final Set<String> LANGUAGES =
      Set.of(
          ("afr ara aze bel ben bos bul cat ces cnr dan deu ell eng est fas "
                  + "fil fin fra heb hin hrv hun hye ind isl ita jpn kan kat kaz khm "
                  + "kir kor lav lit ltz mkd mlt mon msa mya nep nld nor pol por ron "
                  + "rus slk slv spa sqi srp swa swe tgk tgl tuk tur ukr urd uzb zho")
              .split(" "));

  private final ExportHeader header;
  private final Map<String, String> lines = new LinkedHashMap<>();

  FtmEntities(ExportHeader header) {
    this.header = header;
  }

  String lines(List<SharedAdvert> adverts) {
    adverts.forEach(this::add);
    return lines.isEmpty() ? "" : String.join("\n", lines.values()) + "\n";
  }

  private void add(SharedAdvert handed) {
    Advert advert = handed.advert().advert();
    Map<String, List<String>> document = new TreeMap<>();
    put(document, "name", advert.title().isEmpty() ? advert.id() : advert.title());
    put(document, "fileName", advert.id());
    put(document, "title", advert.title());
    put(document, "bodyText", advert.body());
    put(document, "sourceUrl", advert.url());
    put(document, "retrievedAt", time(advert.seenAt()));
    put(document, "publishedAt", advert.postedAt() == null ? "" : time(advert.postedAt()));
    language(document, handed.advert().language());
    put(document, "country", advert.country().toLowerCase(Locale.ROOT));
    put(document, "publisher", advert.site());
    put(document, "notes", header.handling());
    put(document, "notes", MachineView.of(handed.advert()));
    if (handed.advert().outcome().equals(Outcome.RISK.label())) {
      put(document, "topics", "crime.traffick.human");
    }
    String id = id("HyperText", advert.id());
    for (Contact contact : handed.advert().contacts()) {
      mention(document, contact);
    }
    entity(id, "HyperText", document);
    for (Contact contact : handed.advert().contacts()) {
      tie(id, contact);
    }
  }

  private static void mention(Map<String, List<String>> document, Contact contact) {
    switch (contact.type()) {
      case PHONE -> put(document, "phoneMentioned", contact.value());
      case EMAIL -> put(document, "emailMentioned", contact.value());
      case IBAN -> put(document, "ibanMentioned", contact.value());
      case URL, HANDLE, WALLET, ACCOUNT, PICTURE -> {}
    }
  }

  private void tie(String document, Contact contact) {
    Map<String, List<String>> properties = new TreeMap<>();
    String value = contact.value();
    String schema =
        switch (contact.type()) {
          case HANDLE, ACCOUNT -> {
            int cut = value.indexOf(contact.type() == ContactType.HANDLE ? ':' : ' ');
            put(properties, "service", value.substring(0, Math.max(0, cut)));
            put(properties, "username", value.substring(cut + 1));
            yield "UserAccount";
          }
          case WALLET -> {
            put(properties, "publicKey", value.substring(value.indexOf(':') + 1));
            put(properties, "currency", value.substring(0, Math.max(0, value.indexOf(':'))));
            yield "CryptoWallet";
          }
          case IBAN -> {
            put(properties, "iban", value);
            yield "BankAccount";
          }
          case PHONE, EMAIL, URL, PICTURE -> "";
        };
    if (schema.isEmpty()) {
      return;
    }
    put(properties, "name", value);
    put(properties, "notes", header.handling());
    String id = id(schema, contact.key());
    entity(id, schema, properties);
    Map<String, List<String>> link = new TreeMap<>();
    put(link, "document", document);
    put(link, "entity", id);
    put(link, "role", "named in the advert");
    entity(id("Documentation", document, id), "Documentation", link);
  }

  private static void put(Map<String, List<String>> properties, String name, String value) {
    List<String> values = properties.computeIfAbsent(name, key -> new ArrayList<>());
    if (!value.isEmpty() && !values.contains(value)) {
      values.add(value);
    }
  }

  private void entity(String id, String schema, Map<String, List<String>> properties) {
    properties.values().removeIf(List::isEmpty);
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", id);
    entity.put("schema", schema);
    entity.put("properties", properties);
    lines.putIfAbsent(id, PartnerJson.line(entity));
  }

  private static String id(String... named) {
    return "vigie-" + NameUuid.of(named);
  }

  /** To the second and without zone: all times of the model are in UTC. */
  private static String time(Instant at) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  /** Another code than those would be refused: a note says it then. */
  private static void language(Map<String, List<String>> document, String language) {
    String code = threeLetters(language);
    if (LANGUAGES.contains(code)) {
      put(document, "language", code);
    } else if (!language.isEmpty() && !language.equals("und")) {
      put(document, "notes", "Language (ISO 639): " + language);
    }
  }

  private static String threeLetters(String language) {
    try {
      return Locale.of(language).getISO3Language();
    } catch (MissingResourceException e) {
      return "";
    }
  }
}
