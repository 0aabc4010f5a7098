package org.vigie.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Evidence;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Membership;
import org.vigie.advert.Movement;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Observation;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Place;
import org.vigie.advert.Provenance;
import org.vigie.advert.Reason;
import org.vigie.advert.Severity;
import org.vigie.advert.Sighting;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

/** An index whose adverts, clusters and alerts hold one text wherever a text can stand. */
public final class HostileIndex {
  /** Texts in one cluster and one alert. */
  static final int GROUP = 8;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private HostileIndex() {}

  public static void write(Workspace workspace, List<String> texts) throws Exception {
    try (ShardWriter writer =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      for (int i = 0; i < texts.size(); i++) {
        writer.put(advert(i, texts.get(i)));
        writer.put(sighting(i, texts.get(i)));
        writer.put(new Membership(advertId(i), clusterId(i / GROUP)));
      }
      for (int i = 0; i * GROUP < texts.size(); i++) {
        List<String> group = texts.subList(i * GROUP, Math.min((i + 1) * GROUP, texts.size()));
        writer.put(cluster(i, group));
        writer.put(alert(i, group));
        writer.put(contact(i, group));
        writer.put(new ContactCut("phone:" + i + group.getLast(), group.getFirst()));
        writer.put(network(i, group));
        writer.put(new NetworkMembership(clusterId(i), networkId(i)));
        writer.put(new NetworkMembership(contactKey(group.getFirst()), networkId(i)));
      }
      writer.commit(1);
    }
  }

  static String advertId(int number) {
    return "a-%020x".formatted(number);
  }

  public static String clusterId(int number) {
    return "c-%020x".formatted(number);
  }

  static String alertId(int number) {
    return "w-%020x".formatted(number);
  }

  public static String networkId(int number) {
    return "n-%020x".formatted(number);
  }

  /** Returns the key of the contact that an advert of a text names. */
  static String contactKey(String text) {
    return "handle:" + text;
  }

  private static AssessedAdvert advert(int number, String text) {
    String title = "Work abroad " + text;
    Span whole = new Span(12, title.length());
    return new AssessedAdvert(
        new Advert(
            advertId(number),
            text,
            Channel.JOB_BOARD,
            text,
            text,
            null,
            at(number),
            title,
            "Call now. " + text,
            text,
            text,
            text,
            Map.of("fact " + text, text, "salary", text),
            text,
            new Provenance(text, 1, text, at(number))),
        text,
        List.of(
            new Contact(ContactType.HANDLE, text, text, whole, 2),
            new Contact(ContactType.URL, text, text, new Span(0, 0), 0),
            // Shared within a cluster, so that its map has ways from town to town.
            new Contact(ContactType.HANDLE, "crew" + number / GROUP, text, new Span(0, 0), 0)),
        new Entities(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Place(number % 7, text, "FR", 40 + 2 * (number % 7), 3, new Span(0, 0))),
            List.of()),
        List.of(indicator(text, List.of(whole, new Span(0, 4)))),
        new Assessment(
            text,
            Outcome.RISK,
            0.5,
            0.1,
            List.of(new Reason(text, 0.4, List.of()), new Reason("two", -0.2, List.of())),
            text,
            text));
  }

  private static Indicator indicator(String text, List<Span> spans) {
    return new Indicator("SX-01", text, text, EvidenceGrade.EXPERT, true, spans, text);
  }

  private static Sighting sighting(int number, String text) {
    return new Sighting(
        advertId(number),
        at(number),
        at(number).plusSeconds(60),
        2,
        List.of(text),
        List.of(text),
        List.of(
            new Observation(
                advertId(number), at(number), Observation.Kind.REDIRECTED, text, text)));
  }

  private static ClusterProfile cluster(int number, List<String> texts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<TemplatePart> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      counts.put(i + texts.get(i), (long) texts.size() - i);
      parts.add(TemplatePart.constant(texts.get(i)));
      parts.add(TemplatePart.slot(SlotKind.WORDS, List.of(texts.get(i), "0" + texts.get(i))));
    }
    return new ClusterProfile(
        clusterId(number),
        texts.size(),
        at(number),
        at(number + 1),
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        List.of(indicator(texts.getFirst(), List.of())),
        List.of(new Evidence(texts.getFirst(), texts.getFirst(), List.of())),
        counts,
        Pace.none(),
        0.9,
        0.5,
        new Template(parts));
  }

  private static ContactProfile contact(int number, List<String> texts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    texts.forEach(text -> counts.put(counts.size() + text, 2L));
    return new ContactProfile(
        contactKey(texts.getFirst()),
        ContactType.HANDLE,
        texts.getFirst(),
        texts.size(),
        1,
        at(number),
        at(number + 1),
        2,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        counts,
        new Movement(texts, 120, 2),
        texts,
        texts,
        List.of(indicator(texts.getFirst(), List.of())));
  }

  private static NetworkProfile network(int number, List<String> texts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    texts.forEach(text -> counts.put(counts.size() + text, 2L));
    Map<String, Long> contacts = new HashMap<>(counts);
    contacts.put(contactKey(texts.getFirst()), 2L);
    return new NetworkProfile(
        networkId(number),
        texts.size(),
        2,
        1,
        texts.size() + 3,
        at(number),
        at(number + 1),
        Map.of(clusterId(number), (long) texts.size()),
        contacts,
        counts,
        counts,
        counts,
        texts.stream()
            .map(text -> new NetworkEdge(clusterId(number), contactKey(text), 1))
            .toList(),
        List.of("phone:" + number + texts.getLast()),
        0.9,
        0.5);
  }

  private static Alert alert(int number, List<String> texts) {
    return new Alert(
        alertId(number),
        texts.getFirst(),
        texts.getFirst(),
        clusterId(number),
        Severity.WARNING,
        at(number),
        String.join(" ", texts),
        texts,
        List.of(new Evidence(texts.getFirst(), texts.getFirst(), List.of())),
        texts.getFirst(),
        null,
        texts.getFirst(),
        texts.getFirst());
  }

  private static Instant at(int number) {
    return START.plusSeconds(number * 60L);
  }
}
