package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/**
 * Which adverts of a workspace lead to an alert: one stands about their cluster, their network, a
 * contact that they name, or themselves.
 *
 * @param byUrl address of an advert → what is known of it
 * @param alerts how many alerts stand
 */
record LeadingAdverts(Map<String, Led> byUrl, long alerts) {
  private static final int ALL = 1_000_000;

  /**
   * One advert.
   *
   * @param sourceId the id that its source gave it
   * @param networks those of its cluster and contacts
   * @param leads whether it leads to an alert
   */
  record Led(String sourceId, Set<String> networks, boolean leads) {}

  boolean leads(String url) {
    Led advert = byUrl.get(url);
    return advert != null && advert.leads();
  }

  static LeadingAdverts in(Workspace workspace) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      Set<String> alerted = new HashSet<>();
      index.alerts(ALL).forEach(alert -> alerted.add(alert.subject()));
      List<SearchResult.Hit> hits = new ArrayList<>();
      index.forEachAdvert("", hits::add);
      Map<String, Led> byUrl = new HashMap<>();
      for (SearchResult.Hit hit : hits) {
        byUrl.put(hit.advert().advert().url(), led(hit, index, alerted));
      }
      return new LeadingAdverts(byUrl, alerted.size());
    }
  }

  private static Led led(SearchResult.Hit hit, AdvertIndex index, Set<String> alerted)
      throws IOException {
    Set<String> subjects = new HashSet<>();
    subjects.add(hit.advert().advert().id());
    subjects.add(hit.cluster().id());
    hit.advert().contacts().stream().map(Contact::key).forEach(subjects::add);
    Set<String> networks = new HashSet<>();
    for (String subject : subjects) {
      index.findNetworkOf(subject).map(NetworkProfile::id).ifPresent(networks::add);
    }
    boolean leads =
        !Collections.disjoint(alerted, subjects) || !Collections.disjoint(alerted, networks);
    return new Led(hit.advert().advert().sourceId(), networks, leads);
  }
}
