package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.files.digest.Sha256;

/**
 * The exact hash of a picture, which tells the same picture met twice without keeping it.
 *
 * <p>Extraction hashes addresses alone: no picture is fetched for it. A crawl whose seed asks for
 * it, under a mandate that permits it, notes the digest of the picture itself beside that of its
 * address ({@link org.vigie.capture.warc.DigestStream}). Nothing looks at what a picture shows.
 */
public final class ImageHash {
  /** More pictures are a gallery: the first ones tell it as well. */
  private static final int MAX_IMAGES = 20;

  private ImageHash() {}

  /** Returns {@code sha256:} and 64 hexadecimal digits of a picture's absolute address. */
  public static String ofUrl(String url) {
    return Sha256.of(url);
  }

  /** Returns the hashes of pictures' addresses, separated by spaces, each once; blank ones not. */
  static String ofUrls(Collection<String> urls) {
    Set<String> hashes = new LinkedHashSet<>();
    List<String> first = new ArrayList<>(urls);
    for (String url : first.subList(0, Math.min(first.size(), MAX_IMAGES))) {
      if (!url.isBlank()) {
        hashes.add(ofUrl(url));
      }
    }
    return String.join(" ", hashes);
  }
}
