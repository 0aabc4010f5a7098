package org.vigie.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;
import org.vigie.web.pages.group.NetworkGraph;

/** An index that holds one network as large as is drawn, from a seed. */
public final class LargeNetwork {
  public static final String ID = "n-00000000000000000001";

  /** Adverts of the one text that can be opened. */
  public static final int MEMBERS = 50;

  static final String OPENED = cluster(0);

  private static final int CONTACTS = 500;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private LargeNetwork() {}

  public static void write(Workspace workspace) throws Exception {
    try (ShardWriter writer =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      NetworkProfile network = network();
      writer.put(network);
      writer.put(new NetworkMembership(OPENED, ID));
      writer.put(InventedCluster.of(OPENED, MEMBERS, AT, Map.of(), Map.of()));
      String contact = network.edges().getFirst().contact();
      for (int i = 0; i < MEMBERS; i++) {
        AssessedAdvert advert = advert(i, contact);
        writer.put(advert);
        writer.put(new Membership(advert.advert().id(), OPENED));
      }
      writer.commit(1);
    }
  }

  /** Each text names one contact and every third another, so that all of them hang together. */
  private static NetworkProfile network() {
    Random random = new Random(1);
    Map<String, Long> clusters = new HashMap<>();
    Map<String, Long> contacts = new HashMap<>();
    List<NetworkEdge> edges = new ArrayList<>();
    int texts = NetworkGraph.MOST_NODES - CONTACTS;
    for (int text = 0; text < texts; text++) {
      clusters.put(cluster(text), (long) MEMBERS);
      List<Integer> named = new ArrayList<>(List.of(text % CONTACTS));
      if (text < CONTACTS) {
        named.add((text + 1) % CONTACTS);
      } else if (text % 3 == 0) {
        named.add(random.nextInt(CONTACTS));
      }
      for (int contact : named.stream().distinct().toList()) {
        contacts.merge(contact(contact), 1L, Long::sum);
        edges.add(new NetworkEdge(cluster(text), contact(contact), 1));
      }
    }
    return new NetworkProfile(
        ID,
        (long) texts * MEMBERS,
        texts,
        CONTACTS,
        edges.size(),
        AT,
        AT,
        clusters,
        contacts,
        Map.of(),
        Map.of(),
        Map.of(),
        edges,
        List.of(),
        0.9,
        0.5);
  }

  private static String cluster(int number) {
    return "c-%020x".formatted(number);
  }

  private static String contact(int number) {
    return "phone:+3363998%04d".formatted(number);
  }

  private static AssessedAdvert advert(int number, String contact) {
    Advert advert =
        Advert.builder(Channel.FILE, "ads.example.org", AT)
            .title("Offer " + number)
            .body("Work in a hotel, offer number " + number)
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(
            new Contact(
                ContactType.PHONE, contact.substring("phone:".length()), "FR", new Span(0, 4), 0)),
        Entities.none(),
        List.of(),
        new Assessment("recruitment", Outcome.RISK, 0.9, 2, List.of(), "risk-1", "taxonomy-1"));
  }
}
