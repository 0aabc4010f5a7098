package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.vigie.crawler.frontier.UrlStore.Table;

/**
 * A frontier while no crawl runs, held so that none can begin, from which addresses are erased.
 *
 * <p>Of an address that is erased for good its key stays, which is a digest: a crawl that meets it
 * again takes it for known and doesn't ask for it. One that is forgotten is met as if for the first
 * time.
 */
public final class FrontierErasure implements AutoCloseable {
  private static final String ERASED = "erased";

  private final UrlStore store;

  private FrontierErasure(UrlStore store) {
    this.store = store;
  }

  /**
   * Opens the frontier in a folder.
   *
   * @throws IOException if a crawl holds it, or it can't be read
   */
  public static FrontierErasure open(Path folder) throws IOException {
    return new FrontierErasure(UrlStore.open(folder.resolve("urls")));
  }

  /** Erases addresses for good, and rewrites the files in which they stood. */
  public void erase(Collection<String> addresses) throws IOException {
    erase(addresses, true);
  }

  /** Erases addresses so that a crawl may meet them again, and rewrites the files. */
  public void forget(Collection<String> addresses) throws IOException {
    erase(addresses, false);
  }

  private void erase(Collection<String> addresses, boolean forGood) throws IOException {
    for (String address : addresses) {
      String normal = FrontierScope.normalize(address);
      if (normal != null) {
        erase(normal, forGood);
      }
    }
    store.rewrite();
  }

  private void erase(String url, boolean forGood) throws IOException {
    UrlKey key = UrlKey.of(url);
    UrlState known = store.find(key);
    try (UrlStore.Batch batch = store.batch()) {
      if (known != null && known.order() >= 0) {
        leaveQueue(batch, key, known);
      }
      UrlState erased = new UrlState(new Target("", 0, 0), -1, ERASED, null);
      if (forGood) {
        batch.put(Table.URLS, key.bytes(), erased.bytes());
      } else if (known != null && !known.outcome().equals(ERASED)) {
        batch.delete(Table.URLS, key.bytes());
      }
      store.write(batch);
    }
  }

  private void leaveQueue(UrlStore.Batch batch, UrlKey key, UrlState known) throws IOException {
    String name = known.target().host();
    batch.delete(
        Table.QUEUES, new QueueKey(UrlKey.of(name), known.kind(), known.order(), key).bytes());
    byte[] counts = store.get(Table.HOSTS, name.getBytes(UTF_8));
    if (known.kind() == QueueKey.Kind.NEW && counts != null) {
      HostRecord host = HostRecord.read(counts);
      batch.put(Table.HOSTS, name.getBytes(UTF_8), host.withWaiting(host.waiting() - 1).bytes());
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
