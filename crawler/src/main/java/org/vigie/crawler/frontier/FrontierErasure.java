package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.vigie.crawler.frontier.UrlStore.Table;

/**
 * A frontier while no crawl runs, held so that none can begin, from which addresses are erased.
 *
 * <p>Of an erased address its key stays, which is a digest: a crawl that meets it again takes it
 * for known and doesn't ask for it.
 */
public final class FrontierErasure implements AutoCloseable {
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

  /** Erases addresses, and rewrites the files in which they stood. */
  public void erase(Collection<String> addresses) throws IOException {
    for (String address : addresses) {
      String normal = Scope.normalize(address);
      if (normal != null) {
        erase(normal);
      }
    }
    store.rewrite();
  }

  private void erase(String url) throws IOException {
    UrlKey key = UrlKey.of(url);
    UrlState known = store.find(key);
    try (UrlStore.Batch batch = store.batch()) {
      if (known != null && known.order() >= 0) {
        leaveQueue(batch, key, known);
      }
      UrlState erased = new UrlState(new Target("", 0, 0), -1, "erased", null);
      store.write(batch.put(Table.URLS, key.bytes(), erased.bytes()));
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
