package org.vigie.pipeline.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Contact;
import org.vigie.advert.Finding;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.ControlSigns;

/**
 * Finds the strong signs of control that adverts of a network say: all of them, or those that one
 * contact joins.
 *
 * <p>A text in which the signs hold by itself is left out, as it has an alert of its own; so one
 * campaign has one alert.
 */
final class NetworkControl {
  /** An operator who asks for more adverts of a group than these is not told of two. */
  private static final int LEAST_CAMPAIGN = 3;

  private final int minAdverts;
  private final Taxonomy taxonomy;

  /**
   * @param minAdverts least number of adverts of a group
   */
  NetworkControl(int minAdverts, Taxonomy taxonomy) {
    this.minAdverts = minAdverts;
    this.taxonomy = taxonomy;
  }

  /**
   * Signs that hold.
   *
   * @param by what joins the adverts that say them, as {@link NetworkEdge#contact}; empty if all
   *     adverts of the network do
   */
  record Found(ControlSigns signs, String by) {
    Finding reason() {
      return signs.reason(by.isEmpty() ? "" : kind(by));
    }
  }

  /** Returns the signs of all adverts, or else of the contact of which most adverts say one. */
  Optional<Found> in(NetworkProfile network, List<NetworkNode> nodes) {
    List<NetworkNode> others = nodes.stream().filter(node -> !holdsAlone(node)).toList();
    ControlSigns ofAll = ofAll(others);
    if (holds(ofAll, others)) {
      return Optional.of(new Found(ofAll, ""));
    }
    List<Found> found = new ArrayList<>();
    for (String contact : joining(network)) {
      List<NetworkNode> naming =
          others.stream().filter(node -> node.contacts().containsKey(contact)).toList();
      ControlSigns signs = ofOne(contact, naming);
      if (holds(signs, naming)) {
        found.add(new Found(signs, contact));
      }
    }
    return found.stream()
        .max(
            Comparator.<Found>comparingLong(
                    one -> one.signs().recurring().rows().getFirst().getValue())
                .thenComparing(Found::by, Comparator.reverseOrder()));
  }

  /**
   * Returns why adverts of different texts stand in one network, a line each, what joins most texts
   * first: the same contact, and whether they say the same sign as well.
   */
  List<AlertLine> joins(NetworkProfile network, List<NetworkNode> nodes) {
    Map<Finding, Integer> texts = new HashMap<>();
    for (String contact : joining(network)) {
      List<NetworkNode> named =
          nodes.stream().filter(node -> node.contacts().containsKey(contact)).toList();
      if (named.size() > 1) {
        texts.merge(joint(contact, named), named.size(), Math::max);
      }
    }
    return texts.entrySet().stream()
        .sorted(
            Map.Entry.<Finding, Integer>comparingByValue()
                .reversed()
                .thenComparing(join -> join.getKey().toString()))
        .map(join -> AlertLine.of(join.getKey().with("texts", join.getValue())))
        .toList();
  }

  private static List<String> joining(NetworkProfile network) {
    return network.edges().stream().map(NetworkEdge::contact).distinct().sorted().toList();
  }

  private static Finding joint(String contact, List<NetworkNode> named) {
    if (SharedMeaning.isOne(contact)) {
      return Finding.of("joined-by").with("joint", SharedMeaning.joint(contact));
    }
    Map<String, Integer> said = new HashMap<>();
    named.forEach(node ->
        node.indicators().keySet().stream()
            .filter(ControlSigns::isOne)
            .forEach(sign -> said.merge(sign, 1, Integer::sum)));
    boolean alike = said.values().stream().anyMatch(texts -> texts > 1);
    return Finding.of(alike ? "joined-by-meaning" : "joined-by-contact")
        .with("kind", kind(contact));
  }

  private static String kind(String contact) {
    return SharedMeaning.isOne(contact) ? "group" : Contact.typeOf(contact).label();
  }

  /** Two adverts are enough if they are of two texts, unless more than three are asked for. */
  private boolean holds(ControlSigns signs, List<NetworkNode> texts) {
    boolean isPair = minAdverts <= LEAST_CAMPAIGN && texts.size() == 2;
    return signs.hold(minAdverts) || (isPair && signs.holdOfPair());
  }

  private boolean holdsAlone(NetworkNode node) {
    return ControlSigns.of(node.indicators(), node.adverts(), taxonomy).hold(minAdverts);
  }

  private ControlSigns ofAll(List<NetworkNode> nodes) {
    Map<String, Long> counts = new HashMap<>();
    nodes.forEach(node -> node.indicators().forEach((id, n) -> counts.merge(id, n, Long::sum)));
    long adverts = nodes.stream().mapToLong(NetworkNode::adverts).sum();
    long saying = nodes.stream().mapToLong(node -> ControlSigns.saying(node.indicators())).sum();
    long nearly = nodes.stream().mapToLong(NetworkNode::nearlySaying).sum();
    return ControlSigns.of(counts, adverts, saying, nearly, taxonomy);
  }

  /** Of a text of which not all adverts name the contact, as few count as must. */
  private ControlSigns ofOne(String contact, List<NetworkNode> nodes) {
    Map<String, Long> counts = new HashMap<>();
    long adverts = 0;
    long saying = 0;
    long nearly = 0;
    for (NetworkNode node : nodes) {
      long naming = node.contacts().getOrDefault(contact, 0L);
      long without = node.adverts() - naming;
      adverts += naming;
      saying += Math.max(0, ControlSigns.saying(node.indicators()) - without);
      nearly += Math.max(0, node.nearlySaying() - without);
      node.indicators().forEach((id, n) -> counts.merge(id, Math.max(0, n - without), Long::sum));
    }
    return ControlSigns.of(counts, adverts, saying, nearly, taxonomy);
  }
}
