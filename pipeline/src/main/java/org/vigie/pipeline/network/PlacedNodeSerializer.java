package org.vigie.pipeline.network;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/** Writes a {@link PlacedNode}: counts without what is empty. */
final class PlacedNodeSerializer extends CompactSerializer<PlacedNode> {
  private static final long serialVersionUID = 1L;

  private static final int COUNTS = 7;

  PlacedNodeSerializer() {
    super(true);
  }

  @Override
  protected int layout() {
    return 1;
  }

  @Override
  protected void write(PlacedNode value, CompactOutput out) throws IOException {
    NetworkNode node = value.node();
    out.id(node.cluster());
    out.number(node.adverts());
    out.instant(node.firstSeen());
    out.instant(node.lastSeen());
    out.counts(
        List.of(
            node.contacts(),
            node.countries(),
            node.sites(),
            node.channels(),
            node.indicators(),
            node.places(),
            node.names()));
    out.texts(node.models());
    out.text(node.employer());
    out.number(node.riskMillionths());
    out.decimal(node.highestRisk());
    out.texts(node.wholes());
    out.id(value.network());
  }

  @Override
  protected PlacedNode read(int layout, CompactInput in) throws IOException {
    String cluster = in.id();
    long adverts = in.number();
    var firstSeen = in.instant();
    var lastSeen = in.instant();
    List<Map<String, Long>> counts = in.counts(COUNTS);
    List<String> models = in.texts();
    String employer = in.text();
    long riskMillionths = in.number();
    double highestRisk = in.decimal();
    List<String> wholes = in.texts();
    NetworkNode node =
        new NetworkNode(
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
            employer,
            riskMillionths,
            highestRisk,
            counts.get(5),
            counts.get(6),
            wholes);
    return new PlacedNode(node, in.id());
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
