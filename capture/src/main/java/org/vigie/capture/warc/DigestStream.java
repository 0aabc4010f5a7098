package org.vigie.capture.warc;

import java.io.OutputStream;
import java.security.MessageDigest;
import org.vigie.files.digest.Sha256;

/** Takes a body piece by piece and keeps nothing of it but its digest and length. */
public final class DigestStream extends OutputStream {
  private final MessageDigest digest = Sha256.digester();
  private long length;

  @Override
  public void write(int b) {
    digest.update((byte) b);
    length++;
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    digest.update(bytes, from, count);
    length += count;
  }

  /** Returns what is known of all that was written; nothing can be written after. */
  public BodyDigest end() {
    return new BodyDigest(Sha256.label(digest.digest()), length);
  }
}
