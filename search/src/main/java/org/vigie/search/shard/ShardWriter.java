package org.vigie.search.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Sighting;
import org.vigie.search.AdvertIndex;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.document.FactDocuments;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * The one writer of one index shard.
 *
 * <p>Every put replaces the record of the same kind with the same id, so putting again changes
 * nothing. What is put becomes durable, and visible to an {@link AdvertIndex} opened after it, with
 * {@link #commit}; a commit belongs to a checkpoint of the stream and stays until a later
 * checkpoint is {@linkplain #completed complete}, so the shard can go back to any checkpoint the
 * stream may be restored from.
 */
public final class ShardWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShardWriter.class);

  /**
   * Little, for what is in it is written while a checkpoint begins, and the stream waits for that;
   * Lucene's own default is 16.
   */
  private static final double BUFFER_MEGABYTES = 4;

  private final Path shard;
  private final Directory directory;
  private final CheckpointDeletionPolicy policy;
  private final IndexWriter writer;
  private final ShardCounts counts;
  private @Nullable ShardCommit last;

  private ShardWriter(
      Path shard,
      Directory directory,
      CheckpointDeletionPolicy policy,
      IndexWriter writer,
      @Nullable ShardCommit last) {
    this.shard = shard;
    this.directory = directory;
    this.policy = policy;
    this.writer = writer;
    this.last = last;
    counts = new ShardCounts(directory);
  }

  /**
   * Opens a shard as it was at a checkpoint; later commits are discarded. Empty: as it was before
   * any checkpoint, that is, without documents.
   *
   * @param shard its folder, which is made if it is absent
   * @param checkpoint the checkpoint that the stream is restored from
   * @throws IOException if another writer has the shard open, or if its state at the checkpoint was
   *     let go because a later one was complete
   */
  public static ShardWriter open(Path shard, OptionalLong checkpoint) throws IOException {
    LuceneStart.await();
    Files.createDirectories(shard);
    Directory directory = FSDirectory.open(shard);
    try {
      return open(shard, directory, checkpoint);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IOException(
          "a shard must have one writer, but another one has " + shard + " open", e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static ShardWriter open(Path shard, Directory directory, OptionalLong checkpoint)
      throws IOException {
    List<IndexCommit> commits =
        DirectoryReader.indexExists(directory) ? DirectoryReader.listCommits(directory) : List.of();
    IndexCommit start = ShardCommit.at(shard, commits, checkpoint);
    CheckpointDeletionPolicy policy =
        new CheckpointDeletionPolicy(start == null ? OptionalLong.empty() : checkpoint);
    IndexWriterConfig config =
        new IndexWriterConfig(TextAnalysis.analyzer())
            .setIndexDeletionPolicy(policy)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergeScheduler(new SparingMerges())
            .setMaxFullFlushMergeWaitMillis(0) // a checkpoint waits for no merge
            .setCommitOnClose(false);
    if (start == null) {
      config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    } else {
      config.setOpenMode(IndexWriterConfig.OpenMode.APPEND).setIndexCommit(start);
    }
    int discarded = commits.size() - (start == null ? 0 : commits.indexOf(start) + 1);
    if (discarded > 0) {
      LOG.info("{}: discarding {} commits newer than the restored checkpoint", shard, discarded);
    }
    ShardCommit last = start == null ? null : ShardCommit.of(start);
    IndexWriter writer = new IndexWriter(directory, config);
    ShardWriter opened = new ShardWriter(shard, directory, policy, writer, last);
    try {
      if (start != null && ShardCommit.of(start).isOfFormerSchema()) {
        new FormerRecords(start).putInto(opened);
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  public void put(AssessedAdvert advert) throws IOException {
    put(Kind.ADVERT, advert.advert().id(), AdvertDocument.stored(advert));
  }

  /** Puts what was seen of an advert, in place of what was put of it in the same memory. */
  public void put(Sighting sighting) throws IOException {
    put(sighting, 0);
  }

  /**
   * As above, beside what was put of it in other memories.
   *
   * @param memory a number under which sightings are counted; 0 for the first
   */
  public void put(Sighting sighting, long memory) throws IOException {
    put(
        Kind.SIGHTING,
        IndexDocuments.inMemory(sighting.advertId(), memory),
        FactDocuments.of(sighting, memory));
  }

  public void put(Membership membership) throws IOException {
    put(Kind.MEMBERSHIP, membership.advertId(), FactDocuments.of(membership));
  }

  public void put(ClusterProfile cluster) throws IOException {
    put(Kind.CLUSTER, cluster.id(), FactDocuments.of(cluster));
  }

  public void put(ClusterAlias alias) throws IOException {
    put(Kind.ALIAS, alias.formerId(), FactDocuments.of(alias));
  }

  public void put(AdvertVersions versions) throws IOException {
    put(Kind.VERSIONS, versions.place(), FactDocuments.of(versions));
  }

  public void put(Alert alert) throws IOException {
    put(Kind.ALERT, alert.id(), FactDocuments.of(alert));
  }

  /** Puts what is known of a contact, in place of what was put of it in the same memory. */
  public void put(ContactProfile contact) throws IOException {
    put(contact, 0);
  }

  /**
   * As above, beside what was put of it in other memories.
   *
   * @param memory a number under which its adverts are added up; 0 for the first
   */
  public void put(ContactProfile contact, long memory) throws IOException {
    put(
        Kind.CONTACT,
        IndexDocuments.contactInMemory(contact.key(), memory),
        FactDocuments.of(contact, memory));
  }

  public void put(ContactCut cut) throws IOException {
    put(Kind.CONTACT_CUT, cut.contact(), FactDocuments.of(cut));
  }

  public void put(NetworkProfile network) throws IOException {
    put(Kind.NETWORK, network.id(), FactDocuments.of(network));
  }

  public void put(NetworkMembership membership) throws IOException {
    put(Kind.NETWORK_MEMBERSHIP, membership.member(), FactDocuments.of(membership));
  }

  public void deleteCluster(String id) throws IOException {
    writer.deleteDocuments(Kind.CLUSTER.keyTerm(id));
  }

  public void deleteAlias(String formerId) throws IOException {
    writer.deleteDocuments(Kind.ALIAS.keyTerm(formerId));
  }

  public void deleteAlert(String id) throws IOException {
    writer.deleteDocuments(Kind.ALERT.keyTerm(id));
  }

  public void deleteContactCut(String contact) throws IOException {
    writer.deleteDocuments(Kind.CONTACT_CUT.keyTerm(contact));
  }

  public void deleteNetwork(String id) throws IOException {
    writer.deleteDocuments(Kind.NETWORK.keyTerm(id));
  }

  public void deleteNetworkMembership(String member) throws IOException {
    writer.deleteDocuments(Kind.NETWORK_MEMBERSHIP.keyTerm(member));
  }

  /**
   * Makes everything put so far durable as the state at a checkpoint.
   *
   * @param checkpoint greater than that of the commit before
   */
  public void commit(long checkpoint) throws IOException {
    ShardCommit before = last;
    if (before != null && checkpoint <= before.checkpoint()) {
      throw new IllegalArgumentException(
          "checkpoint must be after %d, the last one committed in %s, but was %d"
              .formatted(before.checkpoint(), shard, checkpoint));
    }
    ShardCommit next = ShardCommit.next(checkpoint, before);
    writer.setLiveCommitData(next.userData().entrySet());
    writer.commit();
    last = next;
  }

  /**
   * Returns the names of the files that make up the last commit, none of which ever changes. They
   * stay until a later commit is {@linkplain #completed complete}.
   *
   * @throws IllegalStateException if there is no commit
   */
  public List<String> files() throws IOException {
    if (last == null) {
      throw new IllegalStateException(shard + " must have been committed, but wasn't");
    }
    return DirectoryReader.listCommits(directory).getLast().getFileNames().stream()
        .sorted()
        .toList();
  }

  /** Lets go of commits that are older than a checkpoint that is complete. */
  public void completed(long checkpoint) throws IOException {
    policy.completed(checkpoint);
    writer.deleteUnusedFiles();
  }

  /** Returns what it holds as it was committed last; open as long as this is. */
  public ShardCounts counts() {
    return counts;
  }

  /** Closes without a commit. */
  @Override
  public void close() throws IOException {
    try (directory;
        counts) {
      writer.rollback();
    }
  }

  private void put(Kind kind, String id, Document document) throws IOException {
    writer.updateDocument(kind.keyTerm(id), document);
  }
}
