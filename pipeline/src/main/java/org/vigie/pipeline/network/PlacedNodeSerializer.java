package org.vigie.pipeline.network;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.advert.Evidence;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.SortedArrayMap;

/** Writes a {@link PlacedNode}: without what is empty or follows from the rest. */
final class PlacedNodeSerializer extends CompactSerializer<PlacedNode> {
  private static final long serialVersionUID = 1L;

  private static final int COUNTS = 7;
  private static final int MILLION = 1_000_000;

  private static final int IN_NETWORK = 1;
  private static final int OF_ONE_RISK = 2;
  private static final int FORGOTTEN = 4;
  private static final int NAMED = 8;

  /** Since layout 3. */
  private static final int WITH_EVIDENCE = 16;

  /** Since layout 4: some of its adverts were assessed, and others weren't. */
  private static final int PARTLY_ASSESSED = 32;

  /** Since layout 5: some of its adverts nearly say a strong sign of control. */
  private static final int NEARLY_SAYING = 64;

  PlacedNodeSerializer() {
    super(true);
  }

  @Override
  protected int layout() {
    return 5;
  }

  @Override
  protected void write(PlacedNode value, CompactOutput out) throws IOException {
    NetworkNode node = value.node();
    boolean partly = node.assessed() != allOrNone(node.adverts(), node.models());
    boolean oneRisk = node.riskMillionths() == oneRisk(node.adverts(), node.highestRisk());
    out.octet(
        (value.network().isEmpty() ? 0 : IN_NETWORK)
            | (oneRisk ? OF_ONE_RISK : 0)
            | (node.forgotten() ? FORGOTTEN : 0)
            | (node.cluster().isEmpty() ? 0 : NAMED)
            | (node.evidence().isEmpty() ? 0 : WITH_EVIDENCE)
            | (partly ? PARTLY_ASSESSED : 0)
            | (node.nearlySaying() == 0 ? 0 : NEARLY_SAYING));
    if (!node.cluster().isEmpty()) {
      out.id(node.cluster());
    }
    out.number(node.adverts());
    out.instant(node.firstSeen());
    out.instant(node.lastSeen(), node.firstSeen());
    out.wordCounts(
        List.of(
            node.contacts(),
            node.countries(),
            node.sites(),
            node.channels(),
            node.indicators(),
            node.places(),
            node.names()));
    out.words(node.models());
    if (partly) {
      out.number(node.assessed());
    }
    out.word(node.employer());
    out.fraction(node.highestRisk(), MILLION);
    if (!oneRisk) {
      out.number(node.riskMillionths());
    }
    out.words(node.wholes());
    if (!node.evidence().isEmpty()) {
      CompactFacts.writeInWords(byIndicator(node.evidence()), "", out);
    }
    if (node.nearlySaying() != 0) {
      out.number(node.nearlySaying());
    }
    if (!value.network().isEmpty()) {
      out.id(value.network());
    }
  }

  @Override
  protected PlacedNode read(int layout, CompactInput in) throws IOException {
    if (layout == 1) {
      return readFirst(in);
    }
    int flags = in.octet();
    String cluster = (flags & NAMED) != 0 ? in.id() : "";
    long adverts = in.number();
    Instant firstSeen = in.instant();
    Instant lastSeen = in.instant(firstSeen);
    List<Map<String, Long>> counts = in.wordCounts(COUNTS);
    List<String> models = in.words();
    long assessed = (flags & PARTLY_ASSESSED) != 0 ? in.number() : allOrNone(adverts, models);
    String employer = in.word();
    double highestRisk = in.fraction(MILLION);
    long risks = (flags & OF_ONE_RISK) != 0 ? oneRisk(adverts, highestRisk) : in.number();
    List<String> wholes = in.words();
    List<Evidence> evidence =
        (flags & WITH_EVIDENCE) != 0
            ? List.copyOf(CompactFacts.readEvidenceInWords("", in).values())
            : List.of();
    long nearlySaying = (flags & NEARLY_SAYING) != 0 ? in.number() : 0;
    String network = (flags & IN_NETWORK) != 0 ? in.id() : "";
    NetworkNode node =
        node(
            cluster,
            adverts,
            firstSeen,
            lastSeen,
            counts,
            models,
            assessed,
            employer,
            risks,
            highestRisk,
            wholes,
            evidence,
            nearlySaying);
    return new PlacedNode((flags & FORGOTTEN) != 0 ? node.asForgotten() : node, network);
  }

  private static PlacedNode readFirst(CompactInput in) throws IOException {
    String cluster = in.id();
    long adverts = in.number();
    Instant firstSeen = in.instant();
    Instant lastSeen = in.instant();
    List<Map<String, Long>> counts = in.counts(COUNTS);
    List<String> models = in.texts();
    String employer = in.text();
    long risks = in.number();
    double highestRisk = in.decimal();
    List<String> wholes = in.texts();
    return new PlacedNode(
        node(
            cluster,
            adverts,
            firstSeen,
            lastSeen,
            counts,
            models,
            allOrNone(adverts, models),
            employer,
            risks,
            highestRisk,
            wholes,
            List.of(),
            0),
        in.id());
  }

  /**
   * Returns how many adverts were assessed where all were or none: what is left out, and what is
   * taken to be so of layouts before 4, which didn't tell.
   */
  private static long allOrNone(long adverts, List<String> models) {
    return models.isEmpty() ? 0 : adverts;
  }

  private static NetworkNode node(
      String cluster,
      long adverts,
      Instant firstSeen,
      Instant lastSeen,
      List<Map<String, Long>> counts,
      List<String> models,
      long assessed,
      String employer,
      long risks,
      double highestRisk,
      List<String> wholes,
      List<Evidence> evidence,
      long nearlySaying) {
    return new NetworkNode(
        cluster,
        adverts,
        firstSeen,
        lastSeen,
        counts.get(0),
        counts.get(1),
        counts.get(2),
        counts.get(3),
        counts.get(4),
        models,
        assessed,
        employer,
        risks,
        highestRisk,
        counts.get(5),
        counts.get(6),
        wholes,
        false,
        evidence,
        nearlySaying);
  }

  private static SortedArrayMap<String, Evidence> byIndicator(List<Evidence> evidence) {
    SortedArrayMap<String, Evidence> byIndicator = new SortedArrayMap<>();
    evidence.forEach(found -> byIndicator.put(found.indicator(), found));
    return byIndicator;
  }

  /** Returns the sum of the risks of adverts that are all as risky as the one that is most. */
  private static long oneRisk(long adverts, double highestRisk) {
    return adverts * Math.round(highestRisk * MILLION);
  }

  @Override
  public PlacedNode createInstance() {
    return new PlacedNode(NetworkNode.gone(""), "");
  }

  @Override
  public TypeSerializerSnapshot<PlacedNode> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PlacedNode> {
    public Snapshot() {
      super(PlacedNodeSerializer::new);
    }
  }
}
