/**
 * The public halves of the keys under which a version of this program may come, 32 bytes each as base64url. None: this program takes no updates, and
 * a new version is installed by whoever may install. Whoever publishes puts their own key here before packing (docs/topics/release-key.md); the private
 * half is on no computer that builds or serves.
 */
export const releaseKeys: readonly string[] = [];
