package org.vigie.exchange.envelope;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Collection;
import java.util.Set;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;

/**
 * A file that its recipients alone can open: CMS AuthEnvelopedData with AES-256-GCM (RFC 5084), its
 * key by RSA-OAEP or ECDH. {@code openssl cms -decrypt} opens it too.
 *
 * <p>Both ways stream: it may be larger than the memory. What was read counts only once the stream
 * has ended well, since the tag that tells a change comes last.
 */
public final class SealedStream {
  /** The JDK's own GCM keeps all until the tag has come, and so opens nothing above 2 GB. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final int BUFFER_BYTES = 1 << 16;

  private SealedStream() {}

  /** Writes what is sealed. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Seals a file.
   *
   * @param out one that doesn't exist yet
   */
  public static void write(Path out, Recipients recipients, Content content) throws IOException {
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.CREATE_NEW))) {
      write(file, recipients, content);
    }
  }

  static void write(OutputStream out, Recipients recipients, Content content) throws IOException {
    if (recipients.isNobody()) {
      throw new IllegalArgumentException("an envelope must have a recipient, but has none");
    }
    CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
    generator.setBufferSize(BUFFER_BYTES);
    try {
      for (X509Certificate certificate : recipients.certificates()) {
        generator.addRecipientInfoGenerator(keyFor(certificate));
      }
      OutputAEADEncryptor encryptor =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build();
      try (OutputStream sealed = generator.open(out, encryptor)) {
        content.to(sealed);
      }
    } catch (CMSException | GeneralSecurityException e) {
      throw new IOException("a package must be encrypted to its recipients, but can't be", e);
    }
  }

  private static RecipientInfoGenerator keyFor(X509Certificate certificate)
      throws GeneralSecurityException {
    if (certificate.getPublicKey() instanceof ECPublicKey key) {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
      pairs.initialize(key.getParams());
      KeyPair once = pairs.generateKeyPair();
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              once.getPrivate(),
              once.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .setProvider(PROVIDER)
          .addRecipient(certificate);
    }
    OAEPParameterSpec padding =
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    return new JceKeyTransRecipientInfoGenerator(
            certificate,
            new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, padding))
        .setProvider(PROVIDER);
  }

  /**
   * Opens one.
   *
   * @throws UserError if it isn't sealed to this key
   */
  public static InputStream open(Path file, RecipientKey key) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput(file + " must be an encrypted package, but there is no such file");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      return opened(in, file, key);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream opened(InputStream in, Path file, RecipientKey key)
      throws IOException {
    try {
      Envelope envelope = new Envelope(in);
      if (!envelope.isSealedAsOurs()) {
        throw UserError.ofInput(
            file + " must be CMS AuthEnvelopedData by AES-GCM with a tag of 16 bytes, but isn't");
      }
      RecipientInformation mine = mine(envelope, key);
      if (mine == null) {
        throw UserError.ofInput(
            file + " must be encrypted to the certificate that was named, but is to others");
      }
      return mine.getContentStream(EnvelopeOpener.of(key.key(), mine)).getContentStream();
    } catch (UserError e) {
      throw e;
    } catch (CMSException | IOException | RuntimeException e) {
      // The library ends in many ways for files that are something else.
      throw UserError.ofInput(
          file + " must be a package encrypted by CMS to this key, but isn't or was changed");
    }
  }

  /** What an envelope says of itself: other kinds of CMS begin alike and would be read as one. */
  private static final class Envelope extends CMSAuthEnvelopedDataParser {
    private static final Set<ASN1ObjectIdentifier> CIPHERS =
        Set.of(CMSAlgorithm.AES128_GCM, CMSAlgorithm.AES192_GCM, CMSAlgorithm.AES256_GCM);

    private static final int TAG_BYTES = 16;

    Envelope(InputStream in) throws CMSException, IOException {
      super(in);
    }

    boolean isSealedAsOurs() {
      AlgorithmIdentifier cipher = getEncryptionAlgOID();
      return CMSObjectIdentifiers.authEnvelopedData.equals(_contentInfo.getContentType())
          && CIPHERS.contains(cipher.getAlgorithm())
          && GCMParameters.getInstance(cipher.getParameters()).getIcvLen() == TAG_BYTES;
    }
  }

  private static @Nullable RecipientInformation mine(
      CMSAuthEnvelopedDataParser envelope, RecipientKey key) {
    var id =
        key.certificate().getPublicKey() instanceof ECPublicKey
            ? new JceKeyAgreeRecipientId(key.certificate())
            : new JceKeyTransRecipientId(key.certificate());
    Collection<RecipientInformation> found = envelope.getRecipientInfos().getRecipients(id);
    return found.stream().findFirst().orElse(null);
  }
}
