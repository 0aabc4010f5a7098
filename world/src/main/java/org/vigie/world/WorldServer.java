package org.vigie.world;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Serves a world on loopback. */
public final class WorldServer implements AutoCloseable {
  public static WorldServer start(World world) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns the pages to start a crawl from. */
  public List<URI> seeds() {
    throw new IllegalStateException("placeholder");
  }

  /** Returns host name → loopback address, to stand in for DNS. */
  public Map<String, String> hosts() {
    throw new IllegalStateException("placeholder");
  }

  @Override
  public void close() {}
}
