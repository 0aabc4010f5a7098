package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.KeyValueStore;

/** The entries of a {@link UrlStore} whose keys begin with a name. */
record UrlKeyValueStore(UrlStore store, String prefix) implements KeyValueStore {
  @Override
  public byte @Nullable [] get(String key) throws IOException {
    return store.get(UrlStore.Table.MEMORY, bytes(key));
  }

  @Override
  public List<byte[]> all() {
    List<byte[]> all = new ArrayList<>();
    store.each(UrlStore.Table.MEMORY, bytes(""), entry -> all.add(entry.value()));
    return all;
  }

  @Override
  public void put(String key, byte[] value) throws IOException {
    try (UrlStore.Batch batch = store.batch()) {
      store.write(batch.put(UrlStore.Table.MEMORY, bytes(key), value));
    }
  }

  @Override
  public void remove(String key) throws IOException {
    try (UrlStore.Batch batch = store.batch()) {
      store.write(batch.delete(UrlStore.Table.MEMORY, bytes(key)));
    }
  }

  private byte[] bytes(String key) {
    return (prefix + key).getBytes(UTF_8);
  }
}
