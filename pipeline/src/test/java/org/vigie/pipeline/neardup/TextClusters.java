package org.vigie.pipeline.neardup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.state.Horizon;

/**
 * The clusters into which the job's own operator puts texts: the connected components of its links.
 *
 * @param links what the operator links
 * @param clusterOf text id → smallest id of its cluster
 */
record TextClusters(Set<NearDuplicateLink> links, Map<String, String> clusterOf) {

  /** Clusters texts in the map's order. */
  static TextClusters of(Map<String, String> texts, NearDuplicateConfig config) throws Exception {
    List<NearDuplicateLink> links = new ArrayList<>();
    try (var bands = harness(config)) {
      bands.open();
      for (SignedAdvert advert : signed(texts, config)) {
        bands.processElement(advert, 0);
      }
      links.addAll(bands.extractOutputValues());
    }
    return joined(texts.keySet(), links);
  }

  /** Returns the sizes of the clusters, the largest first. */
  List<Integer> sizes() {
    Map<String, Integer> sizes = new HashMap<>();
    clusterOf.values().forEach(cluster -> sizes.merge(cluster, 1, Integer::sum));
    return sizes.values().stream().sorted((a, b) -> b - a).toList();
  }

  private static List<SignedAdvert> signed(Map<String, String> texts, NearDuplicateConfig config) {
    MinHash minHash = new MinHash(config.signatureLength());
    List<SignedAdvert> signed = new ArrayList<>();
    texts.forEach((id, text) -> {
      List<String> words = Words.of(text);
      if (words.size() >= SignAdvert.MIN_WORDS) {
        long[] shingles = Shingles.of(words, config.shingleSize());
        signed.add(
            new SignedAdvert(id, 0, minHash.signature(shingles), Sketch.of(shingles).bytes()));
      }
    });
    return signed;
  }

  /** Returns the connected components of links among some ids. */
  static TextClusters joined(Set<String> ids, List<NearDuplicateLink> links) {
    Map<String, String> parents = new HashMap<>();
    for (NearDuplicateLink link : links) {
      String left = root(parents, link.left());
      String right = root(parents, link.right());
      if (!left.equals(right)) {
        boolean first = left.compareTo(right) < 0;
        parents.put(first ? right : left, first ? left : right);
      }
    }
    Map<String, String> clusterOf = new TreeMap<>();
    ids.forEach(id -> clusterOf.put(id, root(parents, id)));
    return new TextClusters(links.stream().collect(Collectors.toSet()), clusterOf);
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    while (parents.containsKey(at)) {
      at = parents.get(at);
    }
    return at;
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness(NearDuplicateConfig config) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PairNearDuplicates(config, Horizon.defaults())),
        unused -> PairNearDuplicates.KEY,
        Types.INT);
  }
}
