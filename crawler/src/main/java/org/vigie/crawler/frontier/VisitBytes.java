package org.vigie.crawler.frontier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link PageVisit} as part of a URL's record. */
final class VisitBytes {
  private VisitBytes() {}

  static void write(PageVisit visit, DataOutputStream out) throws IOException {
    out.writeLong(visit.atMillis());
    out.writeInt(visit.tookMillis());
    out.writeShort(visit.status());
    write(visit.kept(), out);
    write(visit.adverts(), out);
    out.writeInt(visit.times());
    out.writeLong(visit.intervalMillis());
    write(visit.history(), out);
  }

  static PageVisit read(DataInputStream in) throws IOException {
    return new PageVisit(
        in.readLong(),
        in.readInt(),
        in.readShort(),
        kept(in),
        texts(in),
        in.readInt(),
        in.readLong(),
        history(in));
  }

  private static void write(KeptAnswer kept, DataOutputStream out) throws IOException {
    out.writeUTF(kept.etag());
    out.writeUTF(kept.lastModified());
    out.writeUTF(kept.payloadDigest());
    out.writeUTF(kept.container());
    out.writeLong(kept.offset());
  }

  private static KeptAnswer kept(DataInputStream in) throws IOException {
    return new KeptAnswer(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readLong());
  }

  private static void write(PageHistory history, DataOutputStream out) throws IOException {
    out.writeLong(history.pageMillis());
    write(history.sourceIds(), out);
    out.writeLong(history.linksHash());
    out.writeByte(history.goneTimes());
    out.writeFloat((float) history.comparisons());
    out.writeFloat((float) history.changes());
    out.writeDouble(history.watchedMillis());
  }

  private static PageHistory history(DataInputStream in) throws IOException {
    return new PageHistory(
        in.readLong(),
        texts(in),
        in.readLong(),
        in.readUnsignedByte(),
        in.readFloat(),
        in.readFloat(),
        in.readDouble());
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
