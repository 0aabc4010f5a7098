package org.vigie.lab.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactCut;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.document.RecordJson;

/**
 * What a workspace's index holds, in a form that two runs can be compared by.
 *
 * @param clusters advert id → id of its cluster, or empty
 * @param sightings advert id → how often it was met
 * @param urls URL without port → id of the advert that stood there
 * @param alerts alert id → id of the advert or cluster it is about
 * @param contacts key of a contact → what is known of it, and why it is cut if it is; without
 *     times, since adverts that don't say when they were posted are as old as their intake
 * @param networks id of a network → what is known of it, without times
 */
record Found(
    Map<String, String> clusters,
    Map<String, Long> sightings,
    Map<String, String> urls,
    Map<String, String> alerts,
    Map<String, String> contacts,
    Map<String, String> networks) {
  private static final int PAGE = 200;

  static Found in(Path workspace) throws IOException {
    Map<String, String> clusters = new TreeMap<>();
    Map<String, Long> sightings = new TreeMap<>();
    Map<String, String> urls = new TreeMap<>();
    Map<String, String> alerts = new TreeMap<>();
    Map<String, String> contacts = new TreeMap<>();
    Map<String, String> networks = new TreeMap<>();
    try (AdvertIndex index = AdvertIndex.open(new Workspace(workspace).index())) {
      SearchResult page;
      do {
        page = index.search(everythingFrom(clusters.size()));
        for (SearchResult.Hit hit : page.hits()) {
          String id = hit.advert().advert().id();
          clusters.put(id, hit.cluster().id());
          sightings.put(id, hit.timesSeen());
          for (Contact contact : hit.advert().contacts()) {
            contacts.put(contact.key(), known(index, contact.key()));
          }
          for (String url : index.findSighting(id).map(Sighting::urls).orElse(List.of())) {
            urls.put(withoutPort(url), id);
          }
        }
      } while (!page.hits().isEmpty() && clusters.size() < page.total());
      for (Alert alert : index.alerts(10_000)) {
        alerts.put(alert.id(), alert.subject());
      }
      for (NetworkProfile network : index.networks(10_000)) {
        networks.put(network.id(), timeless(network));
      }
    }
    return new Found(clusters, sightings, urls, alerts, contacts, networks);
  }

  private static String timeless(Object known) {
    return RecordJson.write(known).replaceAll("\"(first|last)Seen\":\"[^\"]*\",", "");
  }

  private static String known(AdvertIndex index, String key) throws IOException {
    return index.findContact(key).map(Found::timeless).orElse("")
        + index.findContactCut(key).map(ContactCut::reason).orElse("");
  }

  /** Returns the cluster of the advert that stood at a URL; the advert's id if it is alone. */
  String groupOf(String url) {
    String advert = urls.get(url);
    if (advert == null) {
      return "not found: " + url;
    }
    String cluster = clusters.getOrDefault(advert, "");
    return cluster.isEmpty() ? advert : cluster;
  }

  /** Returns the ids that alerts are about. */
  TreeSet<String> alerted() {
    return new TreeSet<>(alerts.values());
  }

  private static SearchRequest everythingFrom(int offset) {
    return new SearchRequest(
        "", offset, PAGE, SearchRequest.Order.NEWEST, 0, Duration.ofSeconds(30));
  }

  private static String withoutPort(String url) {
    return url.replaceFirst("^(https?://[^/:]++):\\d++", "$1");
  }
}
