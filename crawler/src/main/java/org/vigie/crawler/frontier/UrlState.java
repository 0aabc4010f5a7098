package org.vigie.crawler.frontier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one URL.
 *
 * @param target how it was come by
 * @param order its place in its host's queue: {@link QueueKey#order}; -1 if it stands in none
 * @param outcome what came of it last, or empty
 * @param visit the last visit that brought an answer, or null
 */
record UrlState(Target target, long order, String outcome, @Nullable PageVisit visit) {
  /** The first byte of each record: a later layout has another. */
  private static final int LAYOUT = 2;

  QueueKey.Kind kind() {
    return visit == null ? QueueKey.Kind.NEW : QueueKey.Kind.AGAIN;
  }

  /** Returns the place in its host's queue; one whose order is -1 has none. */
  QueueKey place() {
    return new QueueKey(UrlKey.of(target.host()), kind(), order, UrlKey.of(target.url()));
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
        VisitBytes.write(visit, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a URL must fit its record, but does not", e);
    }
    return bytes.toByteArray();
  }

  /** Returns what a record says; null if there is none, or it is damaged. */
  static @Nullable UrlState readOrNull(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : read(bytes);
    } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Returns the state of the URL that stands in a place of a queue; null if its record is none, is
   * damaged, or that of another place.
   *
   * @throws IOException if the table can't be read
   */
  static @Nullable UrlState at(QueueKey place, UrlStore store) throws IOException {
    UrlState state = readOrNull(store.get(UrlStore.Table.URLS, place.url().bytes()));
    return state != null && state.place().equals(place) ? state : null;
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
      return new UrlState(target, order, outcome, in.readBoolean() ? VisitBytes.read(in) : null);
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
}
