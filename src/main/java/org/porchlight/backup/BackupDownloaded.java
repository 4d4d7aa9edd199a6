package org.porchlight.backup;

import org.porchlight.account.Member;

/** An owner saves a backup elsewhere. Published on the thread of the request, before the answer. */
public record BackupDownloaded(Member by, String name) {}
