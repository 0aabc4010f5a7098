package org.vigie.web.offer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.AdvertAssessor;

/** A few readers that requests share, so that no more texts are read at once than there are. */
final class OfferReaders {
  private final BlockingQueue<Function<String, OfferAdvice>> free;
  private final Duration patience;

  /**
   * Takes them.
   *
   * @param readers at least one; each reads one text at a time
   * @param patience how long a request waits for one
   */
  OfferReaders(List<Function<String, OfferAdvice>> readers, Duration patience) {
    this.free = new ArrayBlockingQueue<>(readers.size(), true, readers);
    this.patience = patience;
  }

  /** Loads some from a folder of models. */
  static OfferReaders load(Path models, int count, Duration patience) throws IOException {
    List<Function<String, OfferAdvice>> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(new OfferReader(AdvertAssessor.load(models).indicators())::read);
    }
    return new OfferReaders(readers, patience);
  }

  /** Returns the advice on a text, or nothing if all readers are busy for too long. */
  Optional<OfferAdvice> read(String text) {
    Function<String, OfferAdvice> reader = take();
    if (reader == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } finally {
      free.add(reader);
    }
  }

  private @Nullable Function<String, OfferAdvice> take() {
    try {
      return free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
