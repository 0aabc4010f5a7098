package org.vigie.web.pages.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.Witness;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.Paths;

/**
 * One network as its page shows it.
 *
 * @param id its name
 * @param path of its page
 * @param adverts number of adverts
 * @param texts number of clusters, an advert like no other being one
 * @param contacts number of contacts that join them
 * @param from minute of the first
 * @param to minute of the last
 * @param said what it says, in a title and a quoted line
 * @param shownRisk the highest of its adverts and of all together
 * @param highestRisk of its adverts
 * @param meanRisk of its adverts
 * @param together risk of its adverts together with the model, or empty
 * @param why what that comes of, the strongest first
 * @param counts what its adverts have
 * @param edges why each text is in it
 * @param kept edges that can be shown: the stream keeps the first of a large network
 * @param more edges that the stream doesn't keep
 * @param cuts contacts that join nothing
 */
public record NetworkDetails(
    String id,
    String path,
    long adverts,
    long texts,
    long contacts,
    String from,
    String to,
    SaidDetails said,
    String shownRisk,
    String highestRisk,
    String meanRisk,
    String together,
    List<String> why,
    Map<String, List<ClusterDetails.Counted>> counts,
    List<Edge> edges,
    long kept,
    long more,
    List<Cut> cuts) {

  /**
   * A contact that adverts of a cluster name.
   *
   * @param contactPath page of the contact
   * @param clusterPath page of the cluster, or of the advert that is one alone
   * @param adverts how many name it
   * @param advert one of them, or empty
   * @param advertPath its page
   * @param opens where its adverts are listed on this page
   * @param written the contact as it stands there, or empty if its site declares it
   * @param where positions in the advert's text, or empty
   */
  public record Edge(
      String contact,
      String contactPath,
      String cluster,
      String clusterPath,
      long adverts,
      String advert,
      String advertPath,
      String opens,
      String written,
      String where) {}

  /**
   * A contact that joins nothing.
   *
   * @param path its page
   */
  public record Cut(String contact, String path, String reason) {}

  /**
   * @param meaning what its risk comes to at its channel's base rate, or empty
   */
  static NetworkDetails of(NetworkReport report, SaidDetails said, String meaning) {
    NetworkProfile network = report.network();
    List<String> why = new ArrayList<>(GroupRiskText.reasons(network.assessment()));
    if (!meaning.isEmpty()) {
      why.addFirst(meaning);
    }
    return new NetworkDetails(
        network.id(),
        Paths.network(network.id()),
        network.adverts(),
        network.clusterCount(),
        network.contactCount(),
        Words.minute(network.firstSeen()),
        Words.minute(network.lastSeen()),
        said,
        GroupRiskText.highest(network.highestRisk(), network.assessment()),
        Words.risk(network.highestRisk()),
        Words.risk(network.meanRisk()),
        GroupRiskText.risk(network.assessment()),
        why,
        counts(network),
        report.edges().stream().map(edge -> edge(edge, network)).toList(),
        network.edges().size(),
        Math.max(0, network.edgeCount() - network.edges().size()),
        report.cuts().entrySet().stream()
            .map(cut ->
                new Cut(
                    shown(cut.getKey()), ContactDetails.path(cut.getKey()), shown(cut.getValue())))
            .toList());
  }

  static Edge edge(Witness witness, NetworkProfile network) {
    String cluster = witness.edge().cluster();
    String contact = witness.edge().contact();
    boolean alone = network.clusters().getOrDefault(cluster, 2L) == 1 && witness.isKnown();
    return new Edge(
        shown(SharedMeaning.described(contact)),
        SharedMeaning.isOne(contact) ? Paths.network(network.id()) : ContactDetails.path(contact),
        alone ? witness.advertId() : cluster,
        alone ? Paths.advert(witness.advertId()) : Paths.cluster(cluster),
        witness.edge().adverts(),
        witness.advertId(),
        Paths.advert(witness.advertId()),
        Paths.network(network.id()) + "?open=" + Paths.encoded(cluster) + "#opened",
        witness.written(),
        witness.written().isEmpty() ? "" : witness.start() + "-" + witness.end());
  }

  private static Map<String, List<ClusterDetails.Counted>> counts(NetworkProfile network) {
    Map<String, List<ClusterDetails.Counted>> counts = new LinkedHashMap<>();
    ClusterDetails.put(counts, "contact", network.contacts());
    ClusterDetails.put(counts, "country", network.countries());
    ClusterDetails.put(counts, "site", network.sites());
    ClusterDetails.put(counts, "channel", network.channels());
    return counts;
  }

  static String shown(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
