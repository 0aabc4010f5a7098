package org.vigie.pipeline.cluster;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/** Writes a {@link Node}: eight bytes for an advert that is like no other. */
final class NodeSerializer extends CompactSerializer<Node> {
  private static final long serialVersionUID = 1L;

  private static final int KNOWN = 1;
  private static final int UNDER_ANOTHER = 2;
  private static final int BEFORE_ANOTHER = 4;

  NodeSerializer() {
    super(true);
  }

  @Override
  protected int layout() {
    return 1;
  }

  @Override
  protected void write(Node node, CompactOutput out) throws IOException {
    out.octet(
        (node.known() ? KNOWN : 0)
            | (node.parent().isEmpty() ? 0 : UNDER_ANOTHER)
            | (node.next().isEmpty() ? 0 : BEFORE_ANOTHER));
    if (!node.parent().isEmpty()) {
      out.id(node.parent());
    }
    if (!node.next().isEmpty()) {
      out.id(node.next());
    }
    if (node.known()) {
      out.signed(node.time());
    }
  }

  @Override
  protected Node read(int layout, CompactInput in) throws IOException {
    int flags = in.octet();
    boolean known = (flags & KNOWN) != 0;
    return new Node(
        (flags & UNDER_ANOTHER) != 0 ? in.id() : "",
        (flags & BEFORE_ANOTHER) != 0 ? in.id() : "",
        known,
        known ? in.signed() : 0);
  }

  @Override
  public Node createInstance() {
    return Node.alone("");
  }

  @Override
  public TypeSerializerSnapshot<Node> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Node> {
    public Snapshot() {
      super(NodeSerializer::new);
    }
  }
}
