package org.vigie.web.pages.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Finding;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.Witness;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Paths;

/**
 * One network as its page shows it.
 *
 * @param id its name
 * @param size how much it holds
 * @param said what it says, in a title and a quoted line
 * @param risk what the models make of it
 * @param counts what its adverts have
 * @param joins why each text is in it
 * @param cuts contacts that join nothing
 */
public record NetworkDetails(
    String id,
    Size size,
    SaidDetails said,
    GroupRiskDetails risk,
    Map<String, List<ClusterDetails.Counted>> counts,
    Joins joins,
    List<Cut> cuts) {
  /**
   * How much a network holds.
   *
   * @param adverts number of adverts
   * @param texts number of clusters, an advert like no other being one
   * @param contacts number of contacts that join them
   * @param from minute of the first
   * @param to minute of the last
   */
  public record Size(long adverts, long texts, long contacts, String from, String to) {}

  /**
   * Why each text is in a network.
   *
   * @param edges those shown
   * @param kept edges that can be shown: the stream keeps the first of a large network
   * @param more edges that the stream doesn't keep
   */
  public record Joins(List<Edge> edges, long kept, long more) {}

  /**
   * Something that has a page.
   *
   * @param path of its page
   */
  public record Link(String name, String path) {}

  /**
   * A contact that adverts of a cluster name.
   *
   * @param cluster the cluster, or the advert that is one alone
   * @param adverts how many name it
   * @param advert one of them, or of no name
   * @param opens where its adverts are listed on this page
   * @param written the contact as it stands there, or empty if its site declares it
   * @param where positions in the advert's text, or empty
   */
  public record Edge(
      Link contact,
      Link cluster,
      long adverts,
      Link advert,
      String opens,
      String written,
      String where) {}

  /**
   * A contact that joins nothing.
   *
   * @param path its page
   */
  public record Cut(String contact, String path, Worded reason) {}

  /**
   * @param meaning what its risk comes to at its channel's base rate, or empty
   */
  static NetworkDetails of(NetworkReport report, SaidDetails said, Worded meaning) {
    NetworkProfile network = report.network();
    List<Worded> why = new ArrayList<>();
    GroupRiskText.lines(network.assessment()).forEach(line -> why.add(Worded.said(line)));
    if (!meaning.isEmpty()) {
      why.addFirst(meaning);
    }
    return new NetworkDetails(
        network.id(),
        new Size(
            network.adverts(),
            network.clusterCount(),
            network.contactCount(),
            Words.minute(network.firstSeen()),
            Words.minute(network.lastSeen())),
        said,
        GroupRiskDetails.of(network.highestRisk(), network.meanRisk(), network.assessment(), why),
        counts(network),
        new Joins(
            report.edges().stream().map(edge -> edge(edge, network)).toList(),
            network.edges().size(),
            Math.max(0, network.edgeCount() - network.edges().size())),
        report.cuts().keySet().stream().map(contact -> cut(contact, report)).toList());
  }

  private static Cut cut(String contact, NetworkReport report) {
    Finding finding = report.findings().getOrDefault(contact, Finding.NONE);
    return new Cut(
        shown(contact),
        ContactDetails.path(contact),
        Worded.of(finding, report.cuts().getOrDefault(contact, "")));
  }

  /** Returns the path of its page. */
  public String path() {
    return Paths.network(id);
  }

  static Edge edge(Witness witness, NetworkProfile network) {
    String cluster = witness.edge().cluster();
    String contact = witness.edge().contact();
    boolean alone = network.clusters().getOrDefault(cluster, 2L) == 1 && witness.isKnown();
    return new Edge(
        new Link(
            shown(SharedMeaning.described(contact)),
            SharedMeaning.isOne(contact)
                ? Paths.network(network.id())
                : ContactDetails.path(contact)),
        alone
            ? new Link(witness.advertId(), Paths.advert(witness.advertId()))
            : new Link(cluster, Paths.cluster(cluster)),
        witness.edge().adverts(),
        new Link(witness.advertId(), Paths.advert(witness.advertId())),
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
