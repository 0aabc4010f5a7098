package org.vigie.crawler.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.crawler.politeness.HostPace;

/**
 * The thread that reads the partitions of this process, and takes over and hands over as the group
 * divides them.
 *
 * <p>A partition is taken over when all has been read that stood in it when it was assigned, open
 * transactions included: only then is it known what the owner before has done.
 */
final class LogReader implements AutoCloseable, ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration LOOK_FOR_END = Duration.ofSeconds(1);

  private final SharedCrawl crawl;
  private final HostPartitions partitions;
  private final CrawlTopics topics;
  private final DiskFrontier local;
  private final EventIntake intake;
  private final TrapKeyValueStore traps;
  private final Ownership ownership;
  private final UrlLog log;
  private final Consumer<IOException> onFailure;
  private final boolean endsWithCrawl;
  private final EndOfCrawl end;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> catchingUp = new HashMap<>();
  private final Thread thread = new Thread(this::run, "crawl log");
  private volatile boolean closing;
  private long lookForEnd;

  LogReader(
      SharedCrawl crawl,
      HostPartitions partitions,
      CrawlTopics topics,
      DiskFrontier local,
      EventIntake intake,
      TrapKeyValueStore traps,
      Ownership ownership,
      UrlLog log,
      boolean endsWithCrawl,
      Consumer<IOException> onFailure) {
    this.crawl = crawl;
    this.partitions = partitions;
    this.topics = topics;
    this.local = local;
    this.intake = intake;
    this.traps = traps;
    this.ownership = ownership;
    this.log = log;
    this.endsWithCrawl = endsWithCrawl;
    this.onFailure = onFailure;
    this.end = new EndOfCrawl(topics, partitions);
    this.consumer =
        new KafkaConsumer<>(
            crawl.client(settings(crawl)), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> settings(SharedCrawl crawl) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, crawl.group());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // A log that lost its beginning can't be taken for a whole one.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    // Who keeps a partition goes on with it while others change hands.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    int session = (int) crawl.sessionTimeout().toMillis();
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.max(1, session / 5));
    // Handing over happens between two polls.
    settings.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
        (int) crawl.handOver().plusSeconds(60).toMillis());
    return settings;
  }

  void start() {
    thread.start();
  }

  /** Keeps that the seeds of this process are in the log: before, it ends no crawl. */
  void seeded() {
    end.seeded();
  }

  private void run() {
    try {
      consumer.subscribe(List.of(partitions.topic()), this);
      while (!closing) {
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      onFailure.accept(new IOException("the log of a crawl was being read, but interrupted", e));
    } catch (IOException e) {
      onFailure.accept(e);
    } catch (UncheckedIOException e) {
      onFailure.accept(e.getCause());
    } catch (KafkaException | IllegalStateException e) {
      onFailure.accept(
          new IOException("the log of a crawl must be readable, but " + KafkaAccess.reason(e), e));
    } finally {
      leave();
    }
  }

  private void read() throws IOException, InterruptedException {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    ownership.joined(consumer.groupMetadata());
    for (TopicPartition partition : records.partitions()) {
      boolean own = ownership.owns(partition.partition());
      intake.take(partition.toString(), records.records(partition), own);
    }
    takeOver();
    long now = System.nanoTime();
    if (endsWithCrawl && now - lookForEnd >= LOOK_FOR_END.toNanos()) {
      lookForEnd = now;
      if (catchingUp.isEmpty() && local.isIdle() && end.isReached(consumer, ownership.owned())) {
        LOG.info("no process of crawl {} has a URL left", crawl.name());
        local.stop();
      }
    }
  }

  /** Begins with the partitions that have been read up to where they ended when they came. */
  private void takeOver() {
    boolean more = false;
    for (TopicPartition partition : consumer.assignment()) {
      long position = consumer.position(partition);
      Long until = catchingUp.get(partition);
      if (until == null || position >= until) {
        ownership.own(partition.partition(), position);
        more |= catchingUp.remove(partition) != null;
      }
    }
    if (more) {
      LOG.info("partitions {} of crawl {} are ours", ownership.owned(), crawl.name());
      local.give(ownership.hostsOf(ownership.owned()));
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    try {
      catchingUp.putAll(topics.ends(assigned));
      for (TopicPartition partition : assigned) {
        consumer.seek(partition, local.position(partition.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("taking over was interrupted", e));
    }
  }

  /** Hands over once the requests under way there have ended and are committed. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    ownership.joined(consumer.groupMetadata());
    Set<Integer> going = numbers(revoked);
    giveAllBut(going);
    try {
      awaitEnds();
      tellNextOwner(going);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      intake.letGo();
      ownership.drop(going);
      catchingUp.keySet().removeAll(revoked);
    }
  }

  /** Another process has them already: what is under way there can't be committed. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    LOG.warn("partitions {} of crawl {} were lost to others", numbers(lost), crawl.name());
    Set<Integer> gone = numbers(lost);
    ownership.drop(gone);
    giveAllBut(gone);
    intake.letGo();
    catchingUp.keySet().removeAll(lost);
  }

  private void giveAllBut(Set<Integer> going) {
    Set<Integer> staying = new HashSet<>(ownership.owned());
    staying.removeAll(going);
    local.give(ownership.hostsOf(staying));
  }

  private void awaitEnds() throws IOException {
    long deadline = System.nanoTime() + crawl.handOver().toNanos();
    try {
      while (intake.isLettingGo() && System.nanoTime() - deadline < 0) {
        Thread.sleep(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("handing over was interrupted", e);
    }
  }

  /** The next owner can't ask hosts sooner than they allow, nor walk into known traps, if told. */
  private void tellNextOwner(Set<Integer> going) throws IOException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (HostPace pace : local.politeness().known()) {
      int partition = partitions.of(pace.host());
      if (going.contains(partition) && ownership.owns(partition)) {
        records.add(log.record(pace.host(), UrlEvent.pace(pace)));
        told.add(partition);
      }
    }
    for (String host : traps.untold()) {
      int partition = partitions.of(host);
      if (going.contains(partition) && ownership.owns(partition)) {
        for (UrlEvent.Traps counted : traps.tell(host)) {
          records.add(log.record(host, UrlEvent.traps(counted)));
          told.add(partition);
        }
      }
    }
    if (!records.isEmpty() && !log.isBroken()) {
      log.write(records, told);
    }
  }

  private static Set<Integer> numbers(Collection<TopicPartition> some) {
    return some.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }

  private void leave() {
    try {
      consumer.close();
    } catch (KafkaException | UncheckedIOException e) {
      LOG.warn("leaving crawl {} failed; others take over when they miss this process", crawl, e);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("leaving a crawl was interrupted", e);
    }
  }
}
