package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Price;
import org.vigie.advert.payment.PaymentKind;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.PartnerList;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * What docs/how-to/evidence.md says that each format carries is there, and contacts of MISP, STIX
 * and FollowTheMoney come in again as they went out.
 */
final class RoundTripCheck implements Check {
  private static final int PER_RUN = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** STIX 2.1, 3.2: to the millisecond. */
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  /** Types of FollowTheMoney, date: to the second, in UTC, without zone. */
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final List<PartnerFormat> CHARTS_AND_TABLES =
      List.of(
          PartnerFormat.GRAPHML,
          PartnerFormat.GEXF,
          PartnerFormat.I2,
          PartnerFormat.HTCDS,
          PartnerFormat.FIU,
          PartnerFormat.GOAML);

  private static final String MACHINE = "Machine assessment:";

  @Override
  public String name() {
    return "round-trip";
  }

  @Override
  public String promise() {
    return "No contact and no field listed as carried is lost";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    int adverts = Math.clamp((long) effort.runs() * PER_RUN, PER_RUN, 2_000);
    InventedLeads leads = new InventedLeads(effort.seed(), adverts);
    tally.count("adverts", adverts);
    List<String> outcomes = List.of("fields carried", "fields lost", "contacts", "contacts lost");
    outcomes.forEach(what -> tally.count(what, 0));
    for (PartnerFormat format :
        List.of(PartnerFormat.MISP, PartnerFormat.STIX, PartnerFormat.FTM)) {
      Path file = Files.writeString(folder.resolve(format.label()), leads.written(format));
      contacts(format, file, leads, tally);
      Set<String> texts = texts(file);
      for (AssessedAdvert advert : leads.adverts()) {
        fields(format, advert).forEach(field -> carried(format, field, texts, tally));
        numbers(advert).forEach(number -> carriedWithin(format, number, texts, tally));
      }
    }
    for (PartnerFormat format : CHARTS_AND_TABLES) {
      Path file = Files.writeString(folder.resolve(format.label()), leads.written(format));
      Set<String> cells =
          format.extension().equals("csv") ? CellsOf.table(file) : CellsOf.document(file);
      for (AssessedAdvert advert : leads.adverts()) {
        cells(format, advert).forEach(cell -> carried(format, cell, cells, tally));
        parts(format, advert).forEach(part -> carriedWithin(format, part, cells, tally));
        if (hasPlace(format, advert)) {
          numbers(advert).forEach(number -> carriedWithin(format, number, cells, tally));
        }
      }
    }
    return tally;
  }

  /** Returns what stands alone in a cell of a chart or table. */
  private static List<String> cells(PartnerFormat format, AssessedAdvert advert) {
    return switch (format) {
      case GRAPHML, GEXF ->
          Stream.concat(
                  Stream.of(advert.advert().id(), InventedLeads.cluster(advert)),
                  advert.contacts().stream().map(Contact::key))
              .toList();
      case I2 ->
          Stream.concat(
                  Stream.of(
                      "advert:" + advert.advert().id(), "cluster:" + InventedLeads.cluster(advert)),
                  advert.contacts().stream().map(Contact::key))
              .toList();
      case FIU, GOAML -> accounts(advert).map(RoundTripCheck::account).toList();
      default -> List.of();
    };
  }

  /** Returns what stands in a cell beside others. */
  private static List<String> parts(PartnerFormat format, AssessedAdvert advert) {
    if (format == PartnerFormat.HTCDS) {
      return List.of("Advert " + advert.advert().id());
    }
    return isMoneys(format) && accounts(advert).findAny().isPresent()
        ? advert.entities().prices().stream().map(Price::written).toList()
        : List.of();
  }

  /** Returns the digits of numbers that no country is known of: text, and no contact. */
  private static List<String> numbers(AssessedAdvert advert) {
    return advert.entities().unplacedNumbers();
  }

  /** A table of money names what stands beside an account, and nothing else. */
  private static boolean hasPlace(PartnerFormat format, AssessedAdvert advert) {
    return !isMoneys(format) || accounts(advert).findAny().isPresent();
  }

  private static boolean isMoneys(PartnerFormat format) {
    return format == PartnerFormat.FIU || format == PartnerFormat.GOAML;
  }

  private static Stream<Contact> accounts(AssessedAdvert advert) {
    return advert.contacts().stream().filter(c -> PaymentKind.of(c.key()).isPresent());
  }

  /** An IBAN is one as it is; before others stands the network or the service. */
  private static String account(Contact contact) {
    String value = contact.value();
    return contact.type() == ContactType.IBAN ? value : value.substring(value.indexOf(':') + 1);
  }

  private static void contacts(PartnerFormat format, Path file, InventedLeads leads, Tally tally)
      throws IOException {
    Set<String> sent = new TreeSet<>();
    for (AssessedAdvert advert : leads.adverts()) {
      advert.contacts().stream()
          .filter(contact -> watched(format).contains(contact.type()))
          .forEach(contact -> sent.add(asListed(contact)));
      if (format == PartnerFormat.STIX) {
        // The page itself is an observable like any other link.
        sent.add(advert.advert().url());
      }
    }
    PartnerList list = PartnerList.read(file);
    Set<String> came = new TreeSet<>();
    list.selectors().forEach(selector -> came.add(selector.contact()));
    boolean isMarked =
        list.selectors().stream().allMatch(selector -> selector.marking() == Tlp.AMBER);
    long lost = sent.stream().filter(contact -> !came.contains(contact)).count();
    tally.count("contacts", sent.size());
    tally.count("contacts lost", lost);
    tally.require(lost == 0, "%s lost %d contacts", format, lost);
    tally.require(sent.containsAll(came), "%s added contacts that nobody sent", format);
    tally.require(isMarked, "%s must mark each contact, but didn't", format);
  }

  /** Accounts of sites and pictures aren't watched, and FollowTheMoney has no place for a link. */
  private static Set<ContactType> watched(PartnerFormat format) {
    Set<ContactType> watched =
        EnumSet.complementOf(EnumSet.of(ContactType.ACCOUNT, ContactType.PICTURE));
    if (format == PartnerFormat.FTM) {
      watched.remove(ContactType.URL);
    }
    return watched;
  }

  private static String asListed(Contact contact) {
    String value = contact.value();
    return switch (contact.type()) {
      case HANDLE -> contact.key();
      case WALLET -> value.substring(value.indexOf(':') + 1);
      case PHONE, EMAIL, URL, IBAN, ACCOUNT, PICTURE -> value;
    };
  }

  /** Returns what stands in a format of an advert beside its contacts. */
  private static List<String> fields(PartnerFormat format, AssessedAdvert assessed) {
    Advert advert = assessed.advert();
    Instant posted = advert.time();
    return switch (format) {
      case MISP ->
          List.of(
              advert.ownText(),
              advert.url(),
              posted.toString(),
              "vigie-indicators:control=\"RC-07\"",
              MACHINE);
      case STIX -> List.of(advert.ownText(), advert.url(), MILLIS.format(advert.seenAt()), MACHINE);
      default ->
          List.of(
              advert.body(), advert.url(), SECONDS.format(posted), SECONDS.format(advert.seenAt()));
    };
  }

  private static void carried(PartnerFormat format, String field, Set<String> texts, Tally tally) {
    boolean isThere =
        texts.contains(field)
            || (field.equals(MACHINE) && texts.stream().anyMatch(RoundTripCheck::isMachineView));
    tally.count(isThere ? "fields carried" : "fields lost", 1);
    tally.require(isThere, "%s lost %s", format, field);
  }

  private static void carriedWithin(
      PartnerFormat format, String part, Set<String> cells, Tally tally) {
    boolean isThere = cells.stream().anyMatch(cell -> cell.contains(part));
    tally.count(isThere ? "fields carried" : "fields lost", 1);
    tally.require(isThere, "%s lost %s", format, part);
  }

  private static boolean isMachineView(String text) {
    return text.startsWith(MACHINE) && text.contains(InventedLeads.MODEL);
  }

  private static Set<String> texts(Path file) throws IOException {
    Set<String> texts = new HashSet<>();
    try (MappingIterator<JsonNode> all = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (all.hasNext()) {
        addTexts(all.next(), texts);
      }
    }
    return texts;
  }

  private static void addTexts(JsonNode node, Set<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> addTexts(child, texts));
  }
}
