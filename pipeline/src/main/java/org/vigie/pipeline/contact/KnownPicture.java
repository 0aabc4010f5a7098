package org.vigie.pipeline.contact;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/**
 * What is remembered of the address of a picture.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits of what stands there, or empty if that
 *     isn't known yet
 * @param lastDay the UTC day, since 1970, on which it was last fetched or an advert with it seen
 */
record KnownPicture(String digest, long lastDay) {
  /** Writes the hash in its 32 bytes. */
  static final class Serializer extends CompactSerializer<KnownPicture> {
    private static final long serialVersionUID = 1L;

    private static final String LABEL = "sha256:";

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 1;
    }

    @Override
    protected void write(KnownPicture value, CompactOutput out) throws IOException {
      out.signed(value.lastDay);
      out.bytes(
          value.digest.isEmpty()
              ? new byte[0]
              : HexFormat.of().parseHex(value.digest, LABEL.length(), value.digest.length()));
    }

    @Override
    protected KnownPicture read(int layout, CompactInput in) throws IOException {
      long lastDay = in.signed();
      byte[] digest = in.bytes();
      return new KnownPicture(
          digest.length == 0 ? "" : LABEL + HexFormat.of().formatHex(digest), lastDay);
    }

    @Override
    public KnownPicture createInstance() {
      return new KnownPicture("", 0);
    }

    @Override
    public TypeSerializerSnapshot<KnownPicture> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KnownPicture> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
