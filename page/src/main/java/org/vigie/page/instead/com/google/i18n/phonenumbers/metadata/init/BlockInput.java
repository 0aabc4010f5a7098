package org.vigie.page.instead.com.google.i18n.phonenumbers.metadata.init;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;

/** The data of a stream of Java's serialisation that holds blocks of data alone. */
final class BlockInput extends DataInputStream implements ObjectInput {
  private static final int HEADER = 4;
  private static final int SHORT_BLOCK = 0x77;

  BlockInput(InputStream source) throws IOException {
    super(new ByteArrayInputStream(blocks(new DataInputStream(source))));
  }

  private static byte[] blocks(DataInputStream in) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    in.skipBytes(HEADER);
    for (int kind = in.read(); kind >= 0; kind = in.read()) {
      byte[] block = new byte[kind == SHORT_BLOCK ? in.readUnsignedByte() : in.readInt()];
      in.readFully(block);
      data.write(block);
    }
    return data.toByteArray();
  }

  @Override
  public Object readObject() {
    throw new UnsupportedOperationException("there are no objects in it");
  }
}
