package org.vigie.crawler.frontier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one URL.
 *
 * @param target how it was come by
 * @param order its place in its host's queue: {@link QueueKey#order}; -1 if it stands in none
 * @param outcome what came of it last, or empty
 * @param visit the last visit that brought an answer, or null
 */
record UrlState(Target target, long order, String outcome, @Nullable Visit visit) {
  /** The first byte of each record: a later layout has another. */
  private static final int LAYOUT = 2;

  QueueKey.Kind kind() {
    return visit == null ? QueueKey.Kind.NEW : QueueKey.Kind.AGAIN;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(target.url());
      out.writeShort(target.depth());
      out.writeByte(target.redirects());
      out.writeFloat((float) target.score());
      out.writeUTF(target.anchor());
      write(target.origin(), out);
      out.writeLong(order);
      out.writeUTF(outcome);
      out.writeBoolean(visit != null);
      if (visit != null) {
        write(visit, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a URL must fit its record, but does not", e);
    }
    return bytes.toByteArray();
  }

  static UrlState read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException(
            "a URL's record must have layout " + LAYOUT + ", but has " + layout);
      }
      Target target =
          new Target(
              in.readUTF(),
              in.readShort(),
              in.readUnsignedByte(),
              in.readFloat(),
              in.readUTF(),
              new Origin(in.readInt(), in.readInt(), in.readShort(), in.readBoolean()));
      long order = in.readLong();
      String outcome = in.readUTF();
      return new UrlState(target, order, outcome, in.readBoolean() ? visit(in) : null);
    } catch (IOException e) {
      throw new UncheckedIOException("a URL's record must be whole, but is not", e);
    }
  }

  private static void write(Origin origin, DataOutputStream out) throws IOException {
    out.writeInt(origin.page());
    out.writeInt(origin.template());
    out.writeShort(origin.depth());
    out.writeBoolean(origin.held());
  }

  private static void write(Visit visit, DataOutputStream out) throws IOException {
    out.writeLong(visit.atMillis());
    out.writeInt(visit.tookMillis());
    out.writeShort(visit.status());
    out.writeUTF(visit.etag());
    out.writeUTF(visit.lastModified());
    out.writeUTF(visit.payloadDigest());
    out.writeUTF(visit.container());
    out.writeLong(visit.offset());
    out.writeShort(visit.adverts().size());
    for (String advert : visit.adverts()) {
      out.writeUTF(advert);
    }
    out.writeInt(visit.times());
    out.writeLong(visit.intervalMillis());
  }

  private static Visit visit(DataInputStream in) throws IOException {
    long at = in.readLong();
    int took = in.readInt();
    int status = in.readShort();
    String etag = in.readUTF();
    String lastModified = in.readUTF();
    String digest = in.readUTF();
    String container = in.readUTF();
    long offset = in.readLong();
    List<String> adverts = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      adverts.add(in.readUTF());
    }
    return new Visit(
        at,
        took,
        status,
        etag,
        lastModified,
        digest,
        container,
        offset,
        adverts,
        in.readInt(),
        in.readLong());
  }
}
