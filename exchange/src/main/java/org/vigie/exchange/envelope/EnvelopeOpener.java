package org.vigie.exchange.envelope;

import java.security.PrivateKey;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.vigie.files.failure.UserError;

/**
 * What a private key opens an envelope by.
 *
 * <p>It stands apart from {@link RecipientKey}: from a cache of classes (JEP 483) each command
 * links that class as it starts, and to check these types there would load Bouncy Castle's signed
 * archive and verify its signature.
 */
final class EnvelopeOpener {
  private EnvelopeOpener() {}

  /**
   * Returns the way to the content for one of those to whom an envelope was encrypted.
   *
   * @throws UserError if it was encrypted to another sort of key than RSA or ECDH
   */
  static Recipient of(PrivateKey key, RecipientInformation information) {
    return switch (information) {
      case KeyTransRecipientInformation transport ->
          new JceKeyTransAuthEnvelopedRecipient(key).setProvider(SealedStream.PROVIDER);
      case KeyAgreeRecipientInformation agreement ->
          new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(SealedStream.PROVIDER);
      default -> throw UserError.ofInput("an envelope must be for keys of RSA or ECDH, but isn't");
    };
  }
}
